package bd.cleancare.simulators.server;

/** Ends a request with the given answer from any depth, so that checks can be one line each. */
public final class Refusal extends RuntimeException {

    private final transient Answer answer;

    public Refusal(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
