package bd.cleancare.everypage;

import static bd.cleancare.everypage.PageList.Who.ADMIN;
import static bd.cleancare.everypage.PageList.Who.CITIZEN;
import static bd.cleancare.everypage.PageList.Who.PROVIDER;
import static bd.cleancare.everypage.PageList.Who.SUPER_ADMIN;
import static bd.cleancare.everypage.PageList.Who.VISITOR;

import bd.cleancare.shared.Ids;
import java.util.List;
import java.util.function.Function;

/**
 * Every page of the application and how {@link EveryPageTest} gets to it. A new page is one line: its route as the handler has it, who
 * opens it, and where the route has variables, a path made from the {@link PageWorld}.
 */
final class PageList {

    enum Who { VISITOR, CITIZEN, PROVIDER, ADMIN, SUPER_ADMIN }

    /**
     * @param status what the page answers with
     * @param leadsTo where it sends everybody, null for a page that stands for itself
     */
    record Sample(String route, Who who, Function<PageWorld, String> path, int status, String leadsTo) {

        Sample answering(int code) {
            return new Sample(route, who, path, code, null);
        }

        Sample leadingTo(String other) {
            return new Sample(route, who, path, status, other);
        }

        @Override
        public String toString() {
            return route + " for " + who;
        }
    }

    static final List<Sample> PAGES = List.of(
            page("/", VISITOR),
            page("/", CITIZEN),
            page("/offline/", VISITOR),
            page("/offline/report/", VISITOR),
            page("/track/", VISITOR),
            page("/track/{number}/", VISITOR, world -> "/track/" + world.trackingNumber() + "/"),
            page("/track/{number}/", VISITOR, world -> "/track/CC1/").answering(404),
            page("/sign-in/", VISITOR),
            page("/sign-up/", VISITOR),
            page("/sign-in/password/", VISITOR),
            page("/sign-in/code/", VISITOR),
            page("/sign-up/code/", VISITOR),
            page("/sign-up/name/", CITIZEN),

            page("/report/", CITIZEN),
            page("/report/place/", CITIZEN),
            page("/report/what/", CITIZEN),
            page("/report/check/", CITIZEN),
            page("/report/done/{id}/", CITIZEN, world -> "/report/done/" + world.complaint() + "/"),
            page("/complaints/", CITIZEN),
            page("/complaints/", CITIZEN, world -> "/complaints/?status=cancelled"),
            page("/complaints/{id}/", CITIZEN, world -> "/complaints/" + world.complaint() + "/"),
            page("/complaints/{id}/", CITIZEN, world -> "/complaints/" + world.resolved() + "/"),
            page("/complaints/{id}/chat/", CITIZEN, world -> "/complaints/" + world.complaint() + "/chat/"),
            page("/help/", CITIZEN),
            page("/rate/{token}/", VISITOR, PageWorld::ratingLink),
            page("/rate/{token}/", VISITOR, world -> "/rate/none/").answering(404),
            page("/profile/", CITIZEN),
            page("/me/", CITIZEN),
            page("/profile/edit/", CITIZEN),
            page("/profile/sessions/", CITIZEN),
            page("/profile/{what:password|phone|close}/", CITIZEN, world -> "/profile/password/"),
            page("/profile/{what:password|phone|close}/", CITIZEN, world -> "/profile/phone/"),
            page("/profile/{what:password|phone|close}/", CITIZEN, world -> "/profile/close/"),
            page("/profile/phone/confirm/", CITIZEN),
            page("/payments/", CITIZEN),
            page("/payments/{id}/", CITIZEN, world -> "/payments/" + world.payment() + "/"),
            page("/payments/{id}/", VISITOR, world -> "/payments/" + world.payment() + "/"),
            page("/payments/{id}/", CITIZEN, world -> "/payments/" + world.money().paid() + "/"),
            page("/payments/{id}/receipt/", CITIZEN, world -> "/payments/" + world.money().paid() + "/receipt/"),
            page("/receipts/{id}/{token}", VISITOR, world -> world.money().receiptLink()),
            page("/receipts/{id}/{token}", VISITOR, world -> "/receipts/" + world.money().paid() + "/none").answering(404),
            page("/payments/history/", CITIZEN),
            page("/payments/history/", CITIZEN, world -> "/payments/history/?status=failed"),
            page("/payments/find/", CITIZEN),
            page("/payments/find/", CITIZEN, world -> "/payments/find/?holding=none-such"),
            page("/payments/new/", CITIZEN),
            page("/payments/bills/{id}/pay/", CITIZEN, world -> "/payments/bills/" + world.money().bill() + "/pay/"),

            page("/notifications/", CITIZEN),
            page("/notifications/{id:\\d{1,18}}/", CITIZEN, world -> "/notifications/999999999999/").answering(404),
            page("/profile/notifications/", CITIZEN),
            page("/mail/confirm/{token}/", VISITOR, world -> "/mail/confirm/none/"),

            page("/today/", PROVIDER),
            page("/console/", PROVIDER),
            page("/console/", ADMIN),
            page("/console/", ADMIN, world -> "/console/?q=nothing-like-it"),
            page("/console/complaints/", ADMIN).leadingTo("/console/"),
            page("/console/complaints/{id}/", PROVIDER, world -> "/console/complaints/" + world.complaint() + "/"),
            page("/console/complaints/{id}/", ADMIN, world -> "/console/complaints/" + world.complaint() + "/"),
            page("/console/complaints/{id}/edit/", ADMIN, world -> "/console/complaints/" + world.complaint() + "/edit/"),
            page("/console/bulk/", ADMIN),
            page("/console/bulk/{id}/", ADMIN, world -> "/console/bulk/" + world.bulkJob() + "/"),
            page("/console/help/", PROVIDER),
            page("/console/help/", ADMIN, world -> "/console/help/?show=all"),
            page("/console/help/{room}/", ADMIN, world -> "/console/help/" + world.complaint() + "/"),
            page("/console/help/{room}/", ADMIN, world -> "/console/help/" + world.complaint() + "/?open=" + world.complaint() + "," + world.resolved()),
            page("/console/map/", ADMIN),
            page("/console/templates/", ADMIN),
            page("/console/templates/new/", ADMIN),
            page("/console/templates/{id}/", ADMIN, world -> "/console/templates/" + world.template() + "/"),
            page("/console/wards/", SUPER_ADMIN),
            page("/console/payments/", ADMIN),
            page("/console/payments/", ADMIN, world -> "/console/payments/?q=none-such"),
            page("/console/payments/{id}/", ADMIN, world -> "/console/payments/" + world.money().paid() + "/"),
            page("/console/payments/{id}/", ADMIN, world -> "/console/payments/" + world.payment() + "/"),
            page("/console/payments/held/", ADMIN),
            page("/console/payments/refunds/", ADMIN),
            page("/console/payments/holdings/", ADMIN),
            page("/console/payments/holdings/{id}/", ADMIN, world -> "/console/payments/holdings/" + world.money().holding() + "/"),
            page("/console/payments/bills/{id}/counter/", ADMIN, world -> "/console/payments/bills/" + world.money().bill() + "/counter/"),
            page("/console/payments/reconciliation/", SUPER_ADMIN),
            page("/console/payments/reconciliation/{gateway}/{day}/", SUPER_ADMIN, world -> "/console/payments/reconciliation/bkash/2026-01-02/"),
            page("/console/payments/import/", SUPER_ADMIN),
            page("/console/payments/import/{id}/", SUPER_ADMIN, world -> "/console/payments/import/" + world.money().importJob() + "/"),
            page("/console/payments/services/", SUPER_ADMIN),
            page("/console/payments/services/new/", SUPER_ADMIN),
            page("/console/payments/services/{code}/", SUPER_ADMIN, world -> "/console/payments/services/water/"),
            page("/console/payments/ledger/", SUPER_ADMIN),
            page("/console/staff/", SUPER_ADMIN),
            page("/console/staff/", SUPER_ADMIN, world -> "/console/staff/?role=admin"),
            page("/console/staff/new/", SUPER_ADMIN),
            page("/console/staff/{id}/", SUPER_ADMIN, PageWorld::colleague),
            page("/console/staff/{id}/", SUPER_ADMIN, world -> "/console/staff/" + Ids.next() + "/").answering(404),
            page("/console/notifications/", ADMIN),
            page("/console/notifications/{event}/{channel}/{language}/", ADMIN, world -> "/console/notifications/resolved_please_confirm/sms/bn/"),
            page("/console/notifications/log/", ADMIN),
            page("/console/notifications/log/{id}/", ADMIN, world -> "/console/notifications/log/" + world.message() + "/"),

            page("/dashboard/", SUPER_ADMIN),

            page("/sandbox/sms", VISITOR, world -> "/sandbox/sms/"),
            page("/sandbox/mail", VISITOR, world -> "/sandbox/mail/"),
            page("/styleguide/", VISITOR),
            page("/styleguide/console/", VISITOR),
            page("/styleguide/error/{status}/", VISITOR, world -> "/styleguide/error/404/").answering(404),
            page("/styleguide/error/{status}/", VISITOR, world -> "/styleguide/error/429/").answering(429));

    /** Routes that are no page of their own, and why: parts that htmx puts into a page, say. */
    static final List<String> NO_PAGES = List.of(
            // Sends a payer's browser on to the gateway.
            "/payments/{id}/leave/",
            // One more conversation beside others, by the script of the help desk, and the one on the page of its complaint.
            "/console/help/{room}/pane/", "/complaints/{id}/chat/pane/",
            // Where the forms of a conversation go: opened, they lead to its page.
            "/chat/{room}/", "/chat/{room}/messages/", "/chat/{room}/rating/", "/chat/{room}/closing/", "/chat/{room}/assignment/");

    private PageList() {
    }

    private static Sample page(String route, Who who) {
        return new Sample(route, who, world -> route, 200, null);
    }

    private static Sample page(String route, Who who, Function<PageWorld, String> path) {
        return new Sample(route, who, path, 200, null);
    }
}
