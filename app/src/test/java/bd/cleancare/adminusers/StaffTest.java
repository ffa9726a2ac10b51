package bd.cleancare.adminusers;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SmsInbox;
import bd.cleancare.users.Account;
import bd.cleancare.users.Standing;
import bd.cleancare.users.Standings.Outcome;
import bd.cleancare.users.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works here is decided by super admins, counts at once, and stands in a record. */
@AppTest
class StaffTest {

    private static final Standing PROVIDER = new Standing(Role.SERVICE_PROVIDER, Set.of(), true);

    @Autowired Staff staff;
    @Autowired Users users;
    @Autowired People people;
    @Autowired Api api;
    @Autowired SmsInbox inbox;
    @Autowired JdbcClient db;

    @Test
    void somebodyNewIsToldLogsInByCodeAndSeesOnlyTheirWards() {
        PhoneNumber phone = People.newPhone();
        Account account = changed(staff.add(people.superAdmin().viewer(), phone, "নতুন কর্মকর্তা", new Standing(Role.ADMIN, Set.of("71", "72"), true)));
        assertThat(account.verified()).isTrue();
        assertThat(account.wardScope()).containsExactlyInAnyOrder("71", "72");
        inbox.awaitText(phone, "অ্যাডমিন");
        api.post("/api/auth/login-otp/", Map.of("phone", phone.canonical()));
        var login = api.post("/api/auth/login-otp/verify/", Map.of("phone", phone.canonical(), "otp_code", inbox.code(phone, 2)));
        assertThat(login.body().path("user").path("user_type").asString()).as(login.text()).isEqualTo("admin");
    }

    /** A citizen's password may have six characters, and whoever has it must not come along into the console. */
    @Test
    void aCitizenWhoBeginsToWorkHereIsLoggedOutAndWithoutAPassword() {
        Person citizen = people.withPassword(people.named(people.citizen(), "রহিমা"), "simple");
        Account account = changed(staff.add(people.superAdmin().viewer(), citizen.phone(), "another name", PROVIDER));
        assertThat(account.id()).isEqualTo(citizen.id());
        assertThat(account.name()).isEqualTo("রহিমা");
        assertThat(account.hasPassword()).isFalse();
        assertThat(api.as(citizen.accessToken()).get("/api/auth/me/").status()).isEqualTo(401);
        assertThat(staff.add(people.superAdmin().viewer(), citizen.phone(), "x", PROVIDER)).isInstanceOf(Outcome.Overtaken.class);
    }

    @Test
    void aRegistrationNobodyConfirmedGivesWay() {
        PhoneNumber phone = People.newPhone();
        var registered = api.post("/api/auth/register/", Map.of("phone", phone.canonical(), "name", "অন্য কেউ", "password", "somebody-elses"));
        assertThat(registered.status()).isEqualTo(201);
        Account account = changed(staff.add(people.superAdmin().viewer(), phone, "আসল মানুষ", PROVIDER));
        assertThat(account.name()).isEqualTo("আসল মানুষ");
        assertThat(account.hasPassword()).isFalse();
    }

    @Test
    void whoLeavesIsLoggedOutAndTheirWorkGoesBackToTheQueue() {
        Person admin = people.superAdmin();
        Person provider = people.serviceProvider();
        String complaint = given(provider, admin);
        Account account = users.byId(provider.id()).orElseThrow();
        changed(staff.change(admin.viewer(), provider.id(), Standing.of(account), new Standing(Role.SERVICE_PROVIDER, Set.of(), false)));
        assertThat(api.as(provider.accessToken()).get("/api/auth/me/").status()).isEqualTo(401);
        assertThat(api.as(admin.accessToken()).get("/api/complaints/" + complaint + "/").body().path("assigned_to").isNull()).isTrue();
        assertThat(users.everyStaff(null, provider.phone().canonical(), 10, 0)).as("still to be found").extracting(Account::id).containsExactly(provider.id());
        changed(staff.change(admin.viewer(), provider.id(), new Standing(Role.SERVICE_PROVIDER, Set.of(), false), PROVIDER));
        assertThat(staff.changesOf(account)).extracting(change -> change.after().active()).containsExactly(true, false);
    }

    @Test
    void aChangedRoleCountsInTheNextRequest() {
        Person admin = people.superAdmin();
        Person colleague = people.serviceProvider();
        assertThat(api.with("Cookie", "session=" + people.cookieOf(colleague)).get("/console/templates/").status()).isEqualTo(403);
        String cookie = people.cookieOf(colleague);
        changed(staff.change(admin.viewer(), colleague.id(), PROVIDER, new Standing(Role.ADMIN, Set.of(), true)));
        assertThat(api.with("Cookie", "session=" + cookie).get("/console/templates/").status()).isEqualTo(200);
    }

    @Test
    void nobodyDecidesAboutThemselvesAndOnlySuperAdminsDecide() {
        Person admin = people.admin();
        Person provider = people.serviceProvider();
        Person first = people.superAdmin();
        Standing no = new Standing(Role.CITIZEN, Set.of(), true);
        assertThat(staff.change(admin.viewer(), provider.id(), PROVIDER, no)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(staff.change(first.viewer(), first.id(), new Standing(Role.SUPER_ADMIN, Set.of(), true), no)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(staff.change(first.viewer(), UUID.randomUUID(), PROVIDER, no)).isInstanceOf(Outcome.Unknown.class);
        assertThat(staff.change(first.viewer(), provider.id(), no, PROVIDER)).as("it was another than that").isInstanceOf(Outcome.Overtaken.class);
        PhoneNumber nobodys = People.newPhone();
        assertThat(staff.add(admin.viewer(), nobodys, "x", PROVIDER)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(users.byPhone(nobodys)).as("no account is left over").isEmpty();
        assertThat(users.byId(provider.id()).orElseThrow().role()).isEqualTo(Role.SERVICE_PROVIDER);
        assertThat(staff.find(people.citizen().id())).as("citizens are nobody's business").isEmpty();
        assertThat(api.as(admin.accessToken()).get("/console/staff/").status()).isEqualTo(403);
    }

    @Test
    void ofTwoSuperAdminsWhoTakeEachOthersRoleOneStays() throws Exception {
        for (int round = 0; round < 20; round++) {
            Person one = people.superAdmin();
            Person two = people.superAdmin();
            Standing seen = new Standing(Role.SUPER_ADMIN, Set.of(), true);
            Standing no = new Standing(Role.CITIZEN, Set.of(), true);
            try (var both = Executors.newFixedThreadPool(2)) {
                List<Callable<Outcome>> calls = List.of(() -> staff.change(one.viewer(), two.id(), seen, no), () -> staff.change(two.viewer(), one.id(), seen, no));
                long done = 0;
                for (var outcome : both.invokeAll(calls)) {
                    done += outcome.get() instanceof Outcome.Changed ? 1 : 0;
                }
                assertThat(done).isOne();
            }
            assertThat(List.of(one, two)).filteredOn(each -> users.byId(each.id()).orElseThrow().role() == Role.SUPER_ADMIN).hasSize(1);
        }
    }

    private String given(Person provider, Person admin) {
        var filed = api.as(people.citizen().accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "তিন দিন ধরে",
                "category", "পানি সরবরাহ", "priority", "উচ্চ", "location", "শাপলা সড়ক", "latitude", "23.81", "longitude", "90.41")).body();
        String id = filed.path("id").asString();
        var assigned = api.as(admin.accessToken()).post("/api/complaints/" + id + "/assign/", Map.of("assigned_to", provider.id().toString()));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        return id;
    }

    private static Account changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).account();
    }
}
