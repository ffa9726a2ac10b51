package bd.cleancare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Answer;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.HandlerMapping;

/** A request's way to its handler and the answer's way back. */
@AppTest
class DispatchTest {

    @Autowired
    Api api;

    @Autowired
    People people;

    @Autowired
    List<HandlerMapping> mappings;

    @Test
    void ourRoutesAreAskedBeforeAllOthers() {
        assertThat(mappings.getFirst()).isInstanceOf(Routes.class);
    }

    @Test
    void anIdAndAWordInTheSamePlaceAreToldApart() {
        Api citizen = api.as(people.citizen().accessToken());
        assertThat(citizen.get("/api/payments/methods/").status()).isEqualTo(200);
        assertThat(citizen.get("/api/payments/method/").status()).isEqualTo(404);
    }

    @Test
    void anEscapedPathFindsTheSameHandler() {
        Api citizen = api.as(people.citizen().accessToken());
        assertThat(citizen.get("/api/%61uth/m%65/").status()).isEqualTo(200);
    }

    @Test
    void aWrongMethodIsToldWhichOnesThereAre() {
        Answer refused = api.as(people.citizen().accessToken()).delete("/api/auth/me/");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains("GET");
    }

    @Test
    void dataIsOneJsonAnswerOfKnownLength() {
        Answer me = api.as(people.citizen().accessToken()).get("/api/auth/me/");
        assertThat(me.header("Content-Type")).isEqualTo("application/json");
        assertThat(me.header("Content-Length")).isEqualTo(String.valueOf(me.bytes().length));
        assertThat(me.header("Transfer-Encoding")).isNull();
    }

    @Test
    void onlyTheHeadIsSentToWhoAsksForIt() {
        Api citizen = api.as(people.citizen().accessToken());
        Answer head = citizen.send(citizen.request("/api/auth/me/").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(citizen.get("/api/auth/me/").bytes().length));
    }

    @Test
    void whatACallerAlreadyHasIsNotSentAgain() {
        Api citizen = api.as(people.citizen().accessToken());
        Answer filed = citizen.post("/api/complaints/", Map.of("title", "ড্রেন বন্ধ", "description", "তিন দিন ধরে", "category", "পরিচ্ছন্নতা",
                "priority", "উচ্চ", "location", "বাজার সড়ক"));
        String path = "/api/complaints/" + filed.body().path("id").asString() + "/";
        assertThat(filed.header("ETag")).isNotNull().isEqualTo(citizen.get(path).header("ETag"));
        assertThat(citizen.with("If-None-Match", filed.header("ETag")).get(path).status()).isEqualTo(304);
    }
}
