package bd.cleancare.payments.web;

import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the payer's pages need from other doors. */
@Component
class PayerParts {

    private final Payments payments;
    private final ServiceTypes services;
    private final Users users;
    private final PaymentEdge edge;

    PayerParts(Payments payments, ServiceTypes services, Users users, PaymentEdge edge) {
        this.payments = payments;
        this.services = services;
        this.users = users;
        this.edge = edge;
    }

    List<Payments.Offer> methods() {
        return payments.offered();
    }

    /** By code, to name what bills and payments are for. */
    Map<String, ServiceType> services() {
        var byCode = new LinkedHashMap<String, ServiceType>();
        services.all().forEach(type -> byCode.put(type.code(), type));
        return byCode;
    }

    PaymentOrder ofBill(Bill bill, Method method, Viewer viewer, HttpServletRequest request) {
        return new PaymentOrder(viewer.id(), services.byCode(bill.serviceType()).orElseThrow(), bill.serviceType(), bill.payable(), method, phone(viewer), bill.id(), null,
                bill.ward(), edge.baseUrl(request), request.getRemoteAddr());
    }

    PaymentOrder ofOwnChoice(ServiceType service, Taka amount, Method method, Viewer viewer, HttpServletRequest request) {
        return new PaymentOrder(viewer.id(), service, service.code(), amount, method, phone(viewer), null, null, edge.wardOf(viewer), edge.baseUrl(request), request.getRemoteAddr());
    }

    PaymentOrder again(Payment payment, Method method, Viewer viewer, HttpServletRequest request) {
        return new PaymentOrder(viewer.id(), services.byCode(payment.serviceType()).orElseThrow(), payment.serviceLabel(), payment.amount(), method, phone(viewer), payment.bill(),
                payment.purpose(), payment.ward(), edge.baseUrl(request), request.getRemoteAddr());
    }

    private PhoneNumber phone(Viewer viewer) {
        return users.byId(viewer.id()).map(Account::phone).orElseThrow(() -> Problem.detail(401, "token_not_valid"));
    }

    Method method(UUID payment) {
        return payments.find(payment).orElseThrow().method();
    }

    /** Where the payer goes on; null when there is nothing to pay any more. */
    String gatewayUrl(Payment payment) {
        return payment.status().isOpen() && payments.whereItStands(payment.id()) instanceof Begun.Sent sent ? sent.redirectUrl() : null;
    }

    /** Null, with an error that says what to do, where none was chosen. */
    static Method wallet(RequestFields fields) {
        if (fields.optionalText("payment_method", 20) == null) {
            fields.errors().add("payment_method", "field.wallet_needed");
            return null;
        }
        return fields.choice("payment_method", Method::ofWord);
    }
}
