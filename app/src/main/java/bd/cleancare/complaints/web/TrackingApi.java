package bd.cleancare.complaints.web;

import bd.cleancare.complaints.PublicTracking;
import bd.cleancare.complaints.TrackingNumber;
import bd.cleancare.complaints.TrackingNumber.Reading;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Following a complaint by its tracking number, without an account. */
@RestController
class TrackingApi {

    private final PublicTracking tracking;

    TrackingApi(PublicTracking tracking) {
        this.tracking = tracking;
    }

    @Summary("Follow a complaint by its tracking number, without an account")
    @Access(Access.Rule.ANYONE)
    @GetMapping("/api/complaints/track/{trackingNumber}")
    PublicTracking.Tracked track(@PathVariable String trackingNumber) {
        return switch (TrackingNumber.parse(trackingNumber)) {
            case Reading.Read(TrackingNumber number) -> tracking.find(number).orElseThrow(() -> Problem.detail(404, "tracking_unknown"));
            case Reading.Mistyped _ -> throw Problem.detail(404, "tracking_mistyped");
            case Reading.NotOne _ -> throw Problem.detail(404, "tracking_not_one");
        };
    }
}
