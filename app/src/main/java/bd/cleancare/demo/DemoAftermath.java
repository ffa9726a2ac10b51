package bd.cleancare.demo;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintFeedback;
import bd.cleancare.complaints.ComplaintFeedback.Answer;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What became of a complaint of the demo: what the staff did, when it was, and what the citizen says of it. */
@Component
@Profile("demo")
class DemoAftermath {

    private static final List<Answer> ANSWERS = List.of(new Answer(5, true, "ধন্যবাদ, এক দিনেই কাজ হয়েছে।"), new Answer(4, true, null), new Answer(4, null, null),
            new Answer(3, true, "কাজ হয়েছে, তবে একটু দেরিতে।"), new Answer(5, true, null), new Answer(2, null, "পুরোপুরি পরিষ্কার হয়নি।"));
    private static final List<Integer> HOURS_UNTIL_ANSWERED = List.of(3, 20, 7, 44, 1);
    /** Those who were asked in the last days have not answered yet. */
    private static final double DAYS_TO_THINK = 8;

    private final DemoStaff staff;
    private final DemoPast past;
    private final ComplaintFeedback feedback;

    DemoAftermath(DemoStaff staff, DemoPast past, ComplaintFeedback feedback) {
        this.staff = staff;
        this.past = past;
        this.feedback = feedback;
    }

    void of(DemoStory story, int place, Complaint filed, PreparedPhotos.Accepted after) {
        Complaint last = staff.handle(story, filed, after);
        past.move(last, story.daysAgo(), story.hours());
        if (last.status() == ComplaintStatus.RESOLVED && story.daysSinceTheLastStep() > DAYS_TO_THINK) {
            answer(last, place);
        }
    }

    private void answer(Complaint resolved, int place) {
        var citizen = new Viewer(resolved.user(), Role.CITIZEN, Set.of(), null);
        if (!(feedback.give(resolved, ANSWERS.get(place % ANSWERS.size()), citizen) instanceof ComplaintFeedback.Outcome.Taken)) {
            throw new IllegalStateException("The demo's own answers are not taken");
        }
        past.answered(resolved, HOURS_UNTIL_ANSWERED.get(place % HOURS_UNTIL_ANSWERED.size()));
    }
}
