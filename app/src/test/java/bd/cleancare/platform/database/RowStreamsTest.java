package bd.cleancare.platform.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stream of rows keeps its connection until somebody closes it: after thirty-two that nobody closed an application stands still. */
class RowStreamsTest {

    @Test
    void rowsAreReadAsListsButForTheJournalWhichIsTooLong() {
        var ours = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("bd.cleancare");
        noClasses().that().doNotHaveFullyQualifiedName("bd.cleancare.payments.ledger.LedgerCheck").should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(ours);
    }
}
