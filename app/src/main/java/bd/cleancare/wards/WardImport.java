package bd.cleancare.wards;

import java.util.List;

/** What became of a map that somebody wanted to import: all of it, or nothing and every reason why. */
public sealed interface WardImport {

    record Imported(int wards) implements WardImport {
    }

    record Refused(List<Fault> faults) implements WardImport {
    }

    /** What is wrong with one feature of the file: a message key and what it speaks of. */
    record Fault(String key, Object... args) {
    }
}
