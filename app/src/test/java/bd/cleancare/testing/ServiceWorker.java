package bd.cleancare.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/** The service worker behind a page, through the browser's own tools: it is handed pushes as if a push service had brought them. */
public final class ServiceWorker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Page page;
    private final String origin;
    private final CDPSession tools;
    private final String registration;

    private ServiceWorker(Page page) {
        this.page = page;
        this.origin = (String) page.evaluate("navigator.serviceWorker.ready.then(() => location.origin)");
        this.tools = page.context().newCDPSession(page);
        var found = new AtomicReference<String>();
        tools.on("ServiceWorker.workerRegistrationUpdated", event -> event.getAsJsonArray("registrations").forEach(each -> {
            if (each.getAsJsonObject().get("scopeURL").getAsString().startsWith(origin)) {
                found.set(each.getAsJsonObject().get("registrationId").getAsString());
            }
        }));
        tools.send("ServiceWorker.enable");
        page.waitForCondition(() -> found.get() != null);
        this.registration = found.get();
    }

    public static ServiceWorker of(Page page) {
        return new ServiceWorker(page);
    }

    public void push(String data) {
        var message = new JsonObject();
        message.addProperty("origin", origin);
        message.addProperty("registrationId", registration);
        message.addProperty("data", data);
        tools.send("ServiceWorker.deliverPushMessage", message);
    }

    /** @param expression evaluated inside the worker; a promise is waited for */
    public String evaluate(String expression) {
        CDPSession browser = page.context().browser().newBrowserCDPSession();
        var answer = new AtomicReference<JsonObject>();
        browser.on("Target.receivedMessageFromTarget", event -> {
            if (event.get("message").getAsString().contains("\"id\":1,")) {
                answer.set(event);
            }
        });
        var attach = new JsonObject();
        attach.addProperty("targetId", target(browser));
        attach.addProperty("flatten", false);
        String session = browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
        var call = new JsonObject();
        call.addProperty("sessionId", session);
        call.addProperty("message", JSON.writeValueAsString(Map.of("id", 1, "method", "Runtime.evaluate",
                "params", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true))));
        browser.send("Target.sendMessageToTarget", call);
        page.waitForCondition(() -> answer.get() != null);
        browser.detach();
        var result = JSON.readTree(answer.get().get("message").getAsString()).path("result");
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value").asString();
    }

    private String target(CDPSession browser) {
        // Other browsers at the same site have workers too, and their targets stay for a while.
        String own = tools.send("Target.getTargetInfo").getAsJsonObject("targetInfo").get("browserContextId").getAsString();
        return StreamSupport.stream(browser.send("Target.getTargets").getAsJsonArray("targetInfos").spliterator(), false).map(target -> target.getAsJsonObject())
                .filter(target -> own.equals(target.get("browserContextId").getAsString()))
                .filter(target -> target.get("type").getAsString().equals("service_worker") && target.get("url").getAsString().startsWith(origin))
                .map(target -> target.get("targetId").getAsString()).findFirst().orElseThrow();
    }
}
