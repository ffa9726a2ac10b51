package bd.cleancare.complaints;

/** What became of an attempt to change a complaint. */
public sealed interface Change {

    /** It is done, or there was nothing to do. */
    record Done(Complaint complaint) implements Change {
    }

    /** The viewer may see the complaint but not do this. */
    record Forbidden(Reason reason) implements Change {

        public enum Reason { ADMINS_ONLY, OWNER_ONLY, OWNER_OR_ADMIN, ASSIGNEE_ONLY }
    }

    /** The workflow has no such step from where the complaint is now. */
    record NoSuchStep(Complaint current, ComplaintStatus to) implements Change {
    }

    /** Somebody else changed it since the viewer looked. */
    record Stale(Complaint current) implements Change {
    }

    /** Whoever it should be assigned to is not active staff. */
    record NotStaff() implements Change {
    }

    /** It was deleted, or taken out of the viewer's sight, since the viewer looked. */
    record Gone() implements Change {
    }
}
