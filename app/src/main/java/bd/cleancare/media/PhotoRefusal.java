package bd.cleancare.media;

import bd.cleancare.platform.web.Problem;

/** Why an upload is not taken. Its text is the key {@code error.<code>}. */
public enum PhotoRefusal {
    TOO_LARGE("photo_too_large"),
    NOT_A_PHOTO("photo_not_a_photo"),
    /** What iPhones make by default: named apart, because its owner can do something about it. */
    HEIC("photo_heic"),
    TOO_MANY_PIXELS("photo_too_many_pixels"),
    UNREADABLE("photo_unreadable");

    private final String code;

    PhotoRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The answer of the API: 400, in the guide's words where it has some. */
    public Problem problem(String fileName) {
        return this == TOO_LARGE
                ? Problem.error(400, code, "Image " + fileName + " is too large. Max 5MB allowed.", fileName)
                : Problem.detail(400, code, fileName);
    }
}
