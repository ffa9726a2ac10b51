package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Taka;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings make of a bill of ৳1,000.05 that is due on 30 June. */
class BillRulesTest {

    private static final Taka DEMAND = new Taka(100_005);
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    static BillRules rules(Map<String, ?> settings) {
        return new BillRules(new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("cleancare.payments", PaymentSettings.class));
    }

    private final BillRules rules = rules(Map.of("cleancare.payments.rebate-basis-points", 750, "cleancare.payments.surcharge-basis-points", 200,
            "cleancare.payments.largest-surcharge-basis-points", 1500));

    /** 7.5 % of 1000.05 is 75.00375: half a poisha is rounded up, less is not. A begun month counts whole, to at most fifteen percent. */
    @ParameterizedTest
    @CsvSource({"2026-01-01,75.00,0.00", "2026-06-30,75.00,0.00", "2026-07-01,0.00,20.00", "2026-07-30,0.00,20.00", "2026-07-31,0.00,40.00", "2026-12-30,0.00,120.01",
            "2027-06-30,0.00,150.01", "2046-06-30,0.00,150.01"})
    void rebateEndsWithTheDueDateAndEveryBegunMonthCosts(LocalDate paid, String rebate, String surcharge) {
        assertThat(rules.rebate("holding-tax", DEMAND, DUE, paid).plain()).isEqualTo(rebate);
        assertThat(rules.surcharge("holding-tax", DEMAND, DUE, paid).plain()).isEqualTo(surcharge);
    }

    /** Water is charged late otherwise than the holding tax, and what nobody says of it is as for all. */
    @Test
    void serviceTypeMayHaveTermsOfItsOwn() {
        BillRules mixed = rules(Map.of("cleancare.payments.rebate-basis-points", 750, "cleancare.payments.surcharge-basis-points", 200,
                "cleancare.payments.services.water.rebate-basis-points", 0, "cleancare.payments.services.water.largest-surcharge-basis-points", 300));
        assertThat(mixed.rebate("water", DEMAND, DUE, DUE)).isEqualTo(Taka.ZERO);
        assertThat(mixed.rebate("holding-tax", DEMAND, DUE, DUE).plain()).isEqualTo("75.00");
        assertThat(mixed.surcharge("water", DEMAND, DUE, DUE.plusDays(1)).plain()).isEqualTo("20.00");
        assertThat(mixed.surcharge("water", DEMAND, DUE, DUE.plusYears(1)).plain()).isEqualTo("30.00");
        assertThat(mixed.surcharge("holding-tax", DEMAND, DUE, DUE.plusYears(1)).plain()).isEqualTo("240.01");
    }

    @Test
    void withoutSettingsABillIsItsDemand() {
        BillRules none = rules(Map.of());
        assertThat(none.rebate("water", DEMAND, DUE, DUE)).isEqualTo(Taka.ZERO);
        assertThat(none.surcharge("water", DEMAND, DUE, DUE.plusYears(3))).isEqualTo(Taka.ZERO);
    }
}
