package bd.cleancare.complaints.web;

import bd.cleancare.complaints.PublicTracking;
import bd.cleancare.complaints.TrackingNumber;
import bd.cleancare.complaints.TrackingNumber.Reading;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a complaint stands, for whoever has its tracking number. */
@Controller
class TrackingPages {

    private final PublicTracking tracking;

    TrackingPages(PublicTracking tracking) {
        this.tracking = tracking;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/track/")
    Page search(@RequestParam(required = false) String number) {
        if (number == null || number.isBlank()) {
            return page("", null);
        }
        return switch (TrackingNumber.parse(number)) {
            case Reading.Read(TrackingNumber read) when tracking.find(read).isPresent() -> Page.redirect("/track/" + read.text() + "/");
            case Reading reading -> page(number, problem(reading)).status(404);
        };
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/track/{number}/")
    Page status(@PathVariable String number) {
        Reading reading = TrackingNumber.parse(number);
        if (!(reading instanceof Reading.Read(TrackingNumber read))) {
            return page(number, problem(reading)).status(404);
        }
        return tracking.find(read).map(found -> Page.of("complaints/status").with("tracked", found))
                .orElseGet(() -> page(number, problem(reading)).status(404));
    }

    private static String problem(Reading reading) {
        return switch (reading) {
            case Reading.Read _ -> "error.tracking_unknown";
            case Reading.Mistyped _ -> "error.tracking_mistyped";
            case Reading.NotOne _ -> "error.tracking_not_one";
        };
    }

    private static Page page(String number, String problem) {
        return Page.of("complaints/track").with("number", number.length() > 60 ? "" : number).with("problem", problem);
    }
}
