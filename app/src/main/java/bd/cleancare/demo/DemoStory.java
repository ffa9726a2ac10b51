package bd.cleancare.demo;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.Priority;
import bd.cleancare.shared.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/** One complaint of the demo and what became of it, as {@code complaints.json} tells it. */
record DemoStory(String title, String description, String category, String priority, String location, double latitude, double longitude,
        String wardNumber, double daysAgo, String status, String handledBy, List<Step> history, List<String> beforePhotos, List<String> afterPhotos) {

    /** What the staff did, so many hours after the filing. */
    record Step(double afterHours, String to, String comment) {
    }

    private static final double HOURS_A_DAY = 24;

    ComplaintDraft draft() {
        return new ComplaintDraft(title, description, Category.ofWord(category).orElseThrow(), Priority.ofWord(priority).orElseThrow(), location,
                GeoPoint.of(latitude, longitude), wardNumber);
    }

    /** Of each row of the history: the assignment an hour after the filing, each step where it belongs, the photos of the work with the last. */
    List<Double> hours() {
        var hours = new ArrayList<Double>(List.of(0.0));
        if (handledBy != null) {
            hours.add(1.0);
            history.forEach(step -> hours.add(step.afterHours()));
            if (!afterPhotos.isEmpty()) {
                hours.add(hours.getLast());
            }
        }
        return hours;
    }

    double daysSinceTheLastStep() {
        return daysAgo - hours().getLast() / HOURS_A_DAY;
    }
}
