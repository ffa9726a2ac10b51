package bd.cleancare.complaints.web;

import bd.cleancare.complaints.RatingLinks;
import bd.cleancare.complaints.RatingLinks.Opened;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The link of an SMS: answering without signing in. Opening it changes nothing, for phones open links by themselves. */
@Controller
class RatingPages {

    private static final String LINK = "/rate/{token}/";

    private final RatingLinks links;

    RatingPages(RatingLinks links) {
        this.links = links;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(LINK)
    Page open(@PathVariable String token) {
        return page(token, Form.empty());
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping(LINK)
    Page answer(@PathVariable String token, RequestFields fields) {
        try {
            var answer = FeedbackFields.ofForm(fields, links.open(token).map(Opened::asked).orElse(null));
            FeedbackFields.taken(links.answer(token, answer));
            return Boolean.FALSE.equals(answer.fixed()) ? Page.of("complaints/rate-reopened")
                    : Page.redirect("/rate/" + token + "/").flash("feedback.thanks");
        } catch (Problem refused) {
            return page(token, Form.refused(fields, refused)).status(refused.status() == 400 ? 422 : refused.status());
        }
    }

    private Page page(String token, Form form) {
        Optional<Opened> opened = links.open(token);
        return opened.map(asked -> Page.of("complaints/rate").with("opened", asked).with("action", "/rate/" + token + "/").with("form", form))
                .orElseGet(() -> Page.of("complaints/rate-over").status(404));
    }
}
