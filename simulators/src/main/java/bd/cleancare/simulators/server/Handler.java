package bd.cleancare.simulators.server;

/** Answers one request of a route. A thrown {@link Refusal} is an answer too; any other exception is a bug of the simulator. */
@FunctionalInterface
public interface Handler {

    Answer answer(Request request) throws Exception;
}
