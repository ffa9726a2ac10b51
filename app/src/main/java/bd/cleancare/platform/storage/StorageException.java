package bd.cleancare.platform.storage;

/** The store cannot be reached or refuses. The edge answers 503. */
public class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageException(String what, Throwable cause) {
        super(what, cause);
    }
}
