package bd.cleancare.payments;

import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.shared.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The services a city takes money for; staff name them. */
@Component
public class ServiceTypes {

    private static final String ALL = "SELECT code, name_bn, name_en, free_amount, receipt_series, active FROM service_types ";

    private final JdbcClient db;
    private final Ledger ledger;

    ServiceTypes(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    public List<ServiceType> all() {
        return db.sql(ALL + "ORDER BY code").query(ServiceType.class).list();
    }

    public Optional<ServiceType> byCode(String code) {
        return db.sql(ALL + "WHERE code = ?").param(code).query(ServiceType.class).optional();
    }

    /** The guide's clients send any text as the service: its code or a name in either language finds it, all else is a fee of the other kind. */
    public ServiceType named(String label) {
        String wanted = Text.fold(label).replace('_', '-').replace(' ', '-');
        return all().stream().filter(type -> type.active() && (type.code().equals(wanted) || folded(type.nameBn()).equals(wanted) || folded(type.nameEn()).equals(wanted)))
                .findFirst().orElseGet(() -> byCode(ServiceType.OTHER).orElseThrow());
    }

    /** Adds a service or changes its names and rules; its code and so its account stay. */
    @Transactional
    public void save(ServiceType type) {
        db.sql("""
                INSERT INTO service_types (code, name_bn, name_en, free_amount, receipt_series, active) VALUES (:code, :bn, :en, :free, :series, :active)
                ON CONFLICT (code) DO UPDATE SET name_bn = :bn, name_en = :en, free_amount = :free, active = :active
                """).param("code", type.code()).param("bn", type.nameBn()).param("en", type.nameEn()).param("free", type.freeAmount())
                .param("series", type.receiptSeries()).param("active", type.active()).update();
        ledger.openRevenueAccount(type.code());
    }

    private static String folded(String name) {
        return Text.fold(name).replace(' ', '-');
    }
}
