package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintOrder;
import bd.cleancare.complaints.ComplaintPage;
import bd.cleancare.complaints.ComplaintQuery;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.Priority;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.PageOf;
import bd.cleancare.platform.web.PublicUrl;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Text;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Ward;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of complaints with its filters. */
@RestController
@RequestMapping("/api/complaints")
class ComplaintListApi {

    /** As every page of the API; {@code count_is_estimate} is there only where the search found more than it counted. */
    record ComplaintList(long count, @JsonInclude(JsonInclude.Include.NON_NULL) Boolean countIsEstimate, String next, String previous,
            List<Complaint> results) {
    }

    private final Complaints complaints;
    private final PublicUrl url;

    ComplaintListApi(Complaints complaints, PublicUrl url) {
        this.complaints = complaints;
        this.url = url;
    }

    @Summary("List the complaints I may see, filtered and ordered")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping
    @OneOf(field = "status", list = ComplaintStatus.class)
    @OneOf(field = "category", list = Category.class)
    @OneOf(field = "priority", list = Priority.class)
    ComplaintList list(@RequestParam(required = false) String status, @RequestParam(required = false) String category,
            @RequestParam(required = false) String priority, @RequestParam(name = "ward_number", required = false) String wardNumber,
            @RequestParam(required = false) String search, @RequestParam(required = false) String ordering,
            @RequestParam(required = false) String page, @RequestParam(name = "page_size", required = false) String pageSize,
            HttpServletRequest request, Viewer viewer) {
        var errors = new FieldErrors();
        var query = new ComplaintQuery(
                choice("status", status, ComplaintStatus::ofWord, errors),
                choice("category", category, Category::ofWord, errors),
                choice("priority", priority, Priority::ofWord, errors),
                ward(wardNumber, errors),
                ComplaintQuery.wordsOf(text("search", search, ComplaintQuery.LONGEST_SEARCH, errors)),
                ComplaintOrder.of(ordering),
                PageNumber.of(page, pageSize));
        errors.throwIfAny();
        ComplaintPage found = complaints.list(query, viewer);
        PageOf<Complaint> links = PageOf.of(query.page(), url.of(request), found.count(), found.complaints());
        return new ComplaintList(found.count(), found.countIsEstimate() ? true : null, links.next(), links.previous(), found.complaints());
    }

    private static <T> T choice(String field, String word, Function<String, Optional<T>> byWord, FieldErrors errors) {
        if (word == null || word.isBlank()) {
            return null;
        }
        Optional<T> choice = byWord.apply(word);
        if (choice.isEmpty()) {
            errors.add(field, "field.invalid_choice", word);
        }
        return choice.orElse(null);
    }

    private static String ward(String number, FieldErrors errors) {
        String text = text("ward_number", number, Ward.LONGEST_NUMBER, errors);
        return text == null ? null : Ward.normalisedNumber(text);
    }

    private static String text(String field, String text, int longest, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            errors.add(field, "field.nul");
            return null;
        }
        if (Text.length(text) > longest) {
            errors.add(field, "field.too_long", longest);
            return null;
        }
        return text;
    }
}
