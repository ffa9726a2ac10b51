package bd.cleancare.payments.web;

import bd.cleancare.payments.PaymentSettings;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the city takes money for. */
@Controller
class ServiceTypePages {

    private static final String SERVICES = PaymentDeskPages.PAYMENTS + "services/";

    private final ServiceTypes services;
    private final PaymentSettings settings;

    ServiceTypePages(ServiceTypes services, PaymentSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    @GetMapping(SERVICES)
    @Access(Access.Rule.SUPER_ADMINS)
    Page list() {
        return Page.of("payments/services").with("services", services.all()).with("rules", settings);
    }

    @GetMapping(SERVICES + "new/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page empty() {
        return form(null, Form.empty().value("active", "true"));
    }

    @GetMapping(SERVICES + "{code}/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page one(@PathVariable String code) {
        ServiceType type = found(code);
        return form(type, Form.empty().value("name_bn", type.nameBn()).value("name_en", type.nameEn()).value("receipt_series", type.receiptSeries())
                .value("free_amount", type.freeAmount()).value("active", type.active()));
    }

    private static Page form(ServiceType type, Form form) {
        return Page.of("payments/service").with("type", type).with("form", form);
    }

    @PostMapping(SERVICES + "new/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page add(RequestFields fields) {
        try {
            String code = fields.text("code", 40);
            if (code != null && !code.matches("[a-z][a-z0-9-]{1,39}")) {
                fields.errors().add("code", "payments.service.code_bad");
            } else if (code != null && services.byCode(code).isPresent()) {
                fields.errors().add("code", "payments.service.code_taken");
            }
            return save(code, null, fields);
        } catch (Problem refused) {
            return form(null, Form.refused(fields, refused)).status(422);
        }
    }

    @PostMapping(SERVICES + "{code}/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page change(@PathVariable String code, RequestFields fields) {
        ServiceType type = found(code);
        try {
            return save(type.code(), type, fields);
        } catch (Problem refused) {
            return form(type, Form.refused(fields, refused)).status(422);
        }
    }

    /** The series of receipts stays as it was first given, or its numbers would have gaps. */
    private Page save(String code, ServiceType before, RequestFields fields) {
        String bangla = fields.text("name_bn", 80);
        String english = fields.text("name_en", 80);
        String series = before == null ? fields.text("receipt_series", 4) : before.receiptSeries();
        if (series != null && !series.matches("[A-Z]{2,4}")) {
            fields.errors().add("receipt_series", "payments.service.series_bad");
        }
        fields.throwIfBad();
        services.save(new ServiceType(code, bangla, english, "true".equals(fields.optionalText("free_amount", 10)), series, "true".equals(fields.optionalText("active", 10))));
        return Page.redirect(SERVICES).flash("payments.service.saved");
    }

    private ServiceType found(String code) {
        return services.byCode(code).orElseThrow(Problem::notFound);
    }
}
