package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintFeedback;
import bd.cleancare.complaints.ComplaintFeedback.Answer;
import bd.cleancare.complaints.ComplaintFeedback.Asked;
import bd.cleancare.complaints.ComplaintFeedback.Outcome;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;

/** How an answer about a resolution is read, on pages and the API, and what is said where it was not taken. */
final class FeedbackFields {

    private static final String WORDS = "feedback";

    private FeedbackFields() {
    }

    /**
     * A page's form: stars, whether it is fixed, words; at least one of the first two, and words where it is not fixed.
     *
     * @param asked what the page asks; null where nothing is asked any more
     */
    static Answer ofForm(RequestFields fields, Asked asked) {
        Integer score = score(fields);
        Boolean fixed = switch (fields.optionalText("fixed", 10)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            case null, default -> null;
        };
        String words = Boolean.FALSE.equals(fixed) ? fields.text(WORDS, ComplaintFeedback.LONGEST_COMMENT)
                : fields.optionalText(WORDS, ComplaintFeedback.LONGEST_COMMENT);
        if (score == null && fixed == null && !fields.errors().has("score")) {
            nothingSaid(fields, asked);
        }
        fields.throwIfBad();
        return new Answer(score, fixed, words);
    }

    /** At the question that is still there. */
    private static void nothingSaid(RequestFields fields, Asked asked) {
        if (asked != null && asked.fixed() != null) {
            fields.errors().add("score", "feedback.give_stars");
        } else {
            fields.errors().add("fixed", asked != null && asked.score() != null ? "feedback.say_fixed" : "feedback.say_something");
        }
    }

    static Answer rating(RequestFields fields) {
        Integer score = score(fields);
        if (score == null && !fields.errors().has("score")) {
            fields.errors().add("score", "field.required");
        }
        return new Answer(score, null, comment(fields));
    }

    static Answer confirmation(RequestFields fields) {
        return new Answer(score(fields), true, comment(fields));
    }

    static Answer reopening(RequestFields fields) {
        return new Answer(null, false, fields.text("comment", ComplaintFeedback.LONGEST_COMMENT));
    }

    private static String comment(RequestFields fields) {
        return fields.optionalText("comment", ComplaintFeedback.LONGEST_COMMENT);
    }

    private static Integer score(RequestFields fields) {
        Integer score = fields.optionalInteger("score");
        if (score != null && (score < 1 || score > 5)) {
            fields.errors().add("score", "field.out_of_range", 1, 5);
            return null;
        }
        return score;
    }

    /** @throws Problem for everything but an answer that was taken */
    static Complaint taken(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(Complaint complaint) -> complaint;
            case Outcome.NotOwner _ -> throw Problem.detail(403, "not_your_complaint");
            case Outcome.NotAsked _ -> throw Problem.detail(409, "feedback_not_asked");
            case Outcome.AlreadyAnswered _ -> throw Problem.detail(409, "feedback_given");
            case Outcome.TooLate _ -> throw Problem.detail(409, "feedback_too_late");
        };
    }
}
