package bd.cleancare.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** One page of a list as the contract has it; {@code next} and {@code previous} are absolute and keep the filters. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PageOf<T>(long count, String next, String previous, List<T> results) {

    /** @throws Problem 404 "Invalid page." when the list has no such page; the first page always exists */
    public static <T> PageOf<T> of(PageNumber page, String requestUrl, long count, List<T> results) {
        if (page.number() > 1 && page.offset() >= count) {
            throw PageNumber.invalid();
        }
        boolean more = page.offset() + page.size() < count;
        return new PageOf<>(count, more ? link(requestUrl, page.number() + 1) : null,
                page.number() > 1 ? link(requestUrl, page.number() - 1) : null, results);
    }

    private static String link(String requestUrl, long number) {
        var url = UriComponentsBuilder.fromUriString(requestUrl);
        return (number == 1 ? url.replaceQueryParam("page") : url.replaceQueryParam("page", number)).build(true).toUriString();
    }
}
