package bd.cleancare.payments.web;

import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the city takes money for; super admins name it. */
@RestController
@RequestMapping("/api/payments/service-types")
class ServiceTypeApi {

    private final ServiceTypes services;

    ServiceTypeApi(ServiceTypes services) {
        this.services = services;
    }

    @Summary("List what the city takes money for")
    @GetMapping
    @Access(Access.Rule.ANYONE)
    Map<String, List<ServiceType>> all() {
        return Map.of("service_types", services.all());
    }

    /** Adds a service or changes one; its code and receipt series stay as they were first given. */
    @Summary("Add a service or change one")
    @PutMapping("/{code}")
    @Access(Access.Rule.SUPER_ADMINS)
    @Fields(required = {"name_bn", "name_en", "receipt_series"}, flags = {"free_amount", "active"})
    ServiceType save(@PathVariable String code, RequestFields fields) {
        String bangla = fields.text("name_bn", 80);
        String english = fields.text("name_en", 80);
        String series = fields.text("receipt_series", 4);
        boolean free = fields.yes("free_amount");
        boolean active = !Boolean.FALSE.equals(fields.optionalYes("active"));
        if (series != null && !series.matches("[A-Z]{2,4}")) {
            fields.errors().add("receipt_series", "field.invalid_choice", series);
        }
        fields.throwIfBad();
        if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
            throw Problem.fields(FieldErrors.of("code", "field.invalid_choice", code));
        }
        services.save(new ServiceType(code, bangla, english, free, series, active));
        return services.byCode(code).orElseThrow();
    }
}
