package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintFeedback;
import bd.cleancare.complaints.ComplaintFeedback.Answer;
import bd.cleancare.complaints.ComplaintFeedback.Asked;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the citizen says of a resolved complaint: stars, that it is fixed, or that it is not. Beside the guide's contract. */
@RestController
@RequestMapping("/api/complaints/{id}")
class FeedbackApi {

    private final Complaints complaints;
    private final ComplaintFeedback feedback;

    FeedbackApi(Complaints complaints, ComplaintFeedback feedback) {
        this.complaints = complaints;
        this.feedback = feedback;
    }

    /** What is asked about the latest resolution and what was answered, for everybody who may see the complaint. */
    @Summary("Read what is asked about a resolved complaint, and what was answered")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/feedback")
    Asked asked(@PathVariable String id, Viewer viewer) {
        return feedback.asked(found(id, viewer).id()).orElseThrow(() -> Problem.detail(409, "feedback_not_asked"));
    }

    @Summary("Rate how a complaint was resolved")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/rate")
    @Fields(required = "score", optional = "comment")
    ResponseEntity<Complaint> rate(@PathVariable String id, RequestFields fields, Viewer viewer) {
        return give(id, fields, viewer, FeedbackFields::rating);
    }

    @Summary("Confirm that a resolved complaint is fixed")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/confirm")
    @Fields(optional = {"score", "comment"})
    ResponseEntity<Complaint> confirm(@PathVariable String id, RequestFields fields, Viewer viewer) {
        return give(id, fields, viewer, FeedbackFields::confirmation);
    }

    @Summary("Say that a resolved complaint is not fixed")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/reopen")
    @Fields(required = "comment")
    ResponseEntity<Complaint> reopen(@PathVariable String id, RequestFields fields, Viewer viewer) {
        return give(id, fields, viewer, FeedbackFields::reopening);
    }

    private ResponseEntity<Complaint> give(String id, RequestFields fields, Viewer viewer, Function<RequestFields, Answer> reading) {
        Complaint seen = found(id, viewer);
        Answer answer = reading.apply(fields);
        fields.throwIfBad();
        return ComplaintAnswers.ok(FeedbackFields.taken(feedback.give(seen, answer, viewer)));
    }

    private Complaint found(String id, Viewer viewer) {
        return complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }
}
