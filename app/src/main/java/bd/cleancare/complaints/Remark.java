package bd.cleancare.complaints;

/**
 * What somebody says beside a change.
 *
 * @param comment for everybody who may see the complaint; null for none
 * @param internalNote for staff only; null for none
 */
public record Remark(String comment, String internalNote) {

    public static final Remark NONE = new Remark(null, null);

    public static final int LONGEST = 5_000;

    public static Remark comment(String comment) {
        return new Remark(comment, null);
    }

    public boolean isEmpty() {
        return comment == null && internalNote == null;
    }
}
