package bd.cleancare.console;

import java.io.IOException;
import java.util.List;

/** A table on its way out, row by row. */
interface Table extends AutoCloseable {

    /** What a spreadsheet takes for the start of a formula, also in its wide forms. */
    String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** The text so that no spreadsheet computes it: people's own words must not run on the city's machines. Plain numbers stay. */
    static String harmless(String text) {
        boolean dangerous = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?");
        return dangerous ? "'" + text : text;
    }
}
