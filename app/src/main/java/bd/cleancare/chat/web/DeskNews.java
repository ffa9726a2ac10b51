package bd.cleancare.chat.web;

import bd.cleancare.chat.live.Hub;
import bd.cleancare.platform.security.Access;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells an open help desk when its list is worth another look; where it does not get through, the desk looks by itself now and then. */
@Hidden
@RestController
class DeskNews {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    /** @param at what to wait after the next time */
    record News(long at) {
    }

    private final Hub hub;

    DeskNews(Hub hub) {
        this.hub = hub;
    }

    @Access(Access.Rule.STAFF)
    @GetMapping("/console/help/news/")
    ResponseEntity<News> await(@RequestParam(defaultValue = "0") long after) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new News(hub.awaitAny(after, LONGEST)));
    }
}
