package bd.cleancare.simulators.payer;

/** @param open whether the payer may still decide */
public record Bill(String merchant, String invoice, long poisha, boolean open) {
}
