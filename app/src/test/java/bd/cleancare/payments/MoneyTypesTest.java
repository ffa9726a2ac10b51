package bd.cleancare.payments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Taka;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Binary fractions stay out of everything that touches money. */
class MoneyTypesTest {

    private static final ArchRule NO_FRACTION_FIELDS = noFields().should().haveRawType(double.class).orShould().haveRawType(float.class)
            .orShould().haveRawType(Double.class).orShould().haveRawType(Float.class);
    private static final ArchRule NO_CONVERSIONS = noClasses().should().callMethod(BigDecimal.class, "doubleValue").orShould().callMethod(BigDecimal.class, "floatValue")
            .orShould().callMethod(BigDecimal.class, "valueOf", double.class).orShould().callConstructor(BigDecimal.class, double.class)
            .orShould().callMethod(Double.class, "parseDouble", String.class).orShould().callMethod(Float.class, "parseFloat", String.class);

    @Test
    void paymentsKnowNoBinaryFractions() {
        JavaClasses money = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("bd.cleancare.payments", "bd.cleancare.shared")
                .that(DescribedPredicate.describe("money", each -> !each.getPackageName().endsWith(".paper") && !each.getSimpleName().equals("GeoPoint")));
        assertThat(money).isNotEmpty();
        assertThat(money.contain(Taka.class)).isTrue();
        NO_FRACTION_FIELDS.check(money);
        NO_CONVERSIONS.check(money);
    }

    /** The rules can fail. */
    @Test
    void rulesFindWhatTheyForbid() {
        JavaClasses bad = new ClassFileImporter().importClasses(Bad.class);
        assertThat(NO_FRACTION_FIELDS.evaluate(bad).hasViolation()).isTrue();
        assertThat(NO_CONVERSIONS.evaluate(bad).hasViolation()).isTrue();
    }

    static final class Bad {
        double amount = new BigDecimal("0.1").doubleValue();
    }
}
