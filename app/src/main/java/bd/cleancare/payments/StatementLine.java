package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One movement of a gateway's settlement file, {@code date_time,type,trx_id,invoice,wallet,amount,fee,net}. */
record StatementLine(boolean refund, String trxId, String invoice, Taka amount, Taka fee) {

    private static final String HEADER = "date_time,type,trx_id,invoice,wallet,amount,fee,net";
    private static final int COLUMNS = 8;

    /** What of a file can be used, and what not. */
    record File(List<StatementLine> lines, List<String> errors) {
    }

    static File read(String csv) {
        var lines = new ArrayList<StatementLine>();
        var errors = new ArrayList<String>();
        List<List<String>> rows = Csv.read(csv.replace("\ufeff", ""));
        if (rows.isEmpty() || !String.join(",", rows.getFirst()).strip().equals(HEADER)) {
            return new File(List.of(), List.of("1"));
        }
        for (int i = 1; i < rows.size(); i++) {
            StatementLine line = line(rows.get(i));
            if (line == null) {
                errors.add(Integer.toString(i + 1));
            } else {
                lines.add(line);
            }
        }
        return new File(lines, errors);
    }

    /** Refunds stand in the file as negative amounts. */
    private static StatementLine line(List<String> cells) {
        if (cells.size() != COLUMNS || cells.get(2).isBlank()) {
            return null;
        }
        String type = cells.get(1).toLowerCase(Locale.ROOT);
        var amount = Taka.parse(cells.get(5)).map(taka -> taka.poisha() < 0 ? taka.negated() : taka);
        var fee = Taka.parse(cells.get(6));
        boolean readable = (type.equals("payment") || type.equals("refund")) && amount.isPresent() && fee.isPresent();
        return readable ? new StatementLine(type.equals("refund"), cells.get(2).strip(), cells.get(3).strip(), amount.get(), fee.get()) : null;
    }
}
