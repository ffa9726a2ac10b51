package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SuperAdminTest {

    @Autowired Api api;
    @Autowired SuperAdmins superAdmins;

    @Test
    void anOperatorMakesASuperAdminWhoCanLogIn() {
        var phone = People.newPhone();
        superAdmins.create(phone, "প্রধান", "a-long-enough-one");
        var answer = api.post("/api/auth/login/", Map.of("phone", phone.canonical(), "password", "a-long-enough-one"));
        assertThat(answer.body().get("user").get("user_type").asString()).isEqualTo("super_admin");
        assertThatThrownBy(() -> superAdmins.create(phone, "আরেকজন", "a-long-enough-one")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> superAdmins.create(People.newPhone(), "x", "too-short")).isInstanceOf(Problem.class);
    }
}
