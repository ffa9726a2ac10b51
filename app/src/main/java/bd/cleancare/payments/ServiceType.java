package bd.cleancare.payments;

/** What a city takes money for. */
public record ServiceType(String code, String nameBn, String nameEn, boolean freeAmount, String receiptSeries, boolean active) {

    /** Money that fits no other service. */
    public static final String OTHER = "other";
}
