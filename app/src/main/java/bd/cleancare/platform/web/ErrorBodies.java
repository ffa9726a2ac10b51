package bd.cleancare.platform.web;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The JSON of every error, in one place: the shape of the contract, and beside it code, status and the message in both languages. */
@Component
public class ErrorBodies {

    private final Messages messages;

    ErrorBodies(Messages messages) {
        this.messages = messages;
    }

    public Map<String, Object> body(Problem problem, Language language) {
        var body = new LinkedHashMap<String, Object>();
        switch (problem.shape()) {
            case ERROR -> body.put("error", problem.exactWords());
            case DETAIL -> body.put("detail", problem.exactWords() != null ? problem.exactWords() : text(problem, language));
            case FIELDS -> problem.fieldErrors().byField().forEach((field, errors) -> body.put(field, texts(errors, language)));
        }
        problem.members().forEach(body::putIfAbsent);
        // A field may itself be called "status" or "code": what the contract promises goes first.
        body.putIfAbsent("code", problem.code());
        body.putIfAbsent("status", problem.status());
        body.putIfAbsent("message_bn", text(problem, Language.BANGLA));
        body.putIfAbsent("message_en", text(problem, Language.ENGLISH));
        return body;
    }

    private List<String> texts(List<FieldErrors.Message> errors, Language language) {
        return errors.stream().map(error -> messages.refusal(language, error.key(), error.args())).toList();
    }

    private String text(Problem problem, Language language) {
        return messages.refusal(language, "error." + problem.code(), problem.args());
    }
}
