package bd.cleancare.complaints;

import bd.cleancare.shared.GeoPoint;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.Wards;
import java.math.BigDecimal;

/**
 * What the person who files a complaint decides about it; all else is the workflow's.
 *
 * @param place null where none was given
 * @param wardNumber as somebody gave it; null leaves it to the place
 */
public record ComplaintDraft(String title, String description, Category category, Priority priority, String location, GeoPoint place,
        String wardNumber) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_DESCRIPTION = 20_000;
    public static final int LONGEST_LOCATION = 255;

    /** What a complaint says now, as a base for an edit. */
    static ComplaintDraft of(Complaint complaint) {
        GeoPoint place = complaint.latitude() == null ? null
                : new GeoPoint(new BigDecimal(complaint.latitude()), new BigDecimal(complaint.longitude()));
        return new ComplaintDraft(complaint.title(), complaint.description(), complaint.category(), complaint.priority(),
                complaint.location(), place, complaint.wardNumber());
    }

    /** In the ward that was given, else in the one the place lies in. */
    ComplaintDraft located(Wards wards) {
        return wardNumber != null || place == null ? this : inWard(wards.at(place).map(Ward::number).orElse(null));
    }

    public ComplaintDraft inWard(String number) {
        return new ComplaintDraft(title, description, category, priority, location, place, number);
    }
}
