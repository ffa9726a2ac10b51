package bd.cleancare.console.web;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.Remark;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import org.springframework.stereotype.Component;

/** What every form on a complaint's page has in common. */
@Component
class Handling {

    private final Complaints complaints;

    Handling(Complaints complaints) {
        this.complaints = complaints;
    }

    Complaint found(String id, Viewer viewer) {
        return complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }

    static String path(Complaint complaint) {
        return "/console/complaints/" + complaint.id() + "/";
    }

    static Remark remark(RequestFields fields) {
        return new Remark(fields.optionalText("comment", Remark.LONGEST), fields.optionalText("internal_note", Remark.LONGEST));
    }

    /** The version the form was made from. */
    static Integer version(RequestFields fields) {
        Integer version = fields.optionalInteger("version");
        fields.throwIfBad();
        return version;
    }

    /** @throws Problem what there is to say where nothing changed, but for a conflict */
    static void refuse(Change change) {
        switch (change) {
            case Change.Done _, Change.Stale _ -> {
            }
            case Change.Gone _ -> throw Problem.notFound();
            case Change.Forbidden _ -> throw Problem.detail(403, "forbidden");
            case Change.NoSuchStep(Complaint current, var to) -> throw Problem.detail(409, "no_such_step", current.status().word(), to.word());
            case Change.NotStaff _ -> throw Problem.fields(FieldErrors.of("assignee", "complaint.not_staff"));
        }
    }
}
