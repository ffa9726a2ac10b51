package bd.cleancare.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook written through; a sheet that is full is followed by another. The first row names the columns and stays in sight on every sheet. */
final class XlsxTable implements Table {

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSH_EVERY = 500;
    private static final int COLUMN_WIDTH = 22;

    private final Workbook book;
    private Worksheet sheet;
    private List<String> names;
    private int row;
    private int sheets;

    XlsxTable(OutputStream out) {
        book = new Workbook(out, "Clean Care", "1.0");
        nextSheet();
    }

    private void nextSheet() {
        sheet = book.newWorksheet(String.valueOf(++sheets));
        row = 0;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (row == ROWS_OF_A_SHEET) {
            sheet.finish();
            nextSheet();
            name(names);
        } else if (names == null) {
            names = cells;
            name(names);
            return;
        }
        write(cells);
    }

    private void name(List<String> columns) throws IOException {
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, COLUMN_WIDTH);
            sheet.style(0, i).bold().set();
        }
        write(columns);
    }

    private void write(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String text = Table.harmless(cells.get(i));
            // Inline: a table of shared strings would grow with the rows.
            sheet.inlineString(row, i, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        }
        if (++row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
