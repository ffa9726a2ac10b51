package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.settings.CitySettings;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** What a template may say: texts, numbers, dates, icons and addresses, all in the language of the person reading. */
public final class Ui {

    /** Where this page stands, and how it was asked for. */
    record Place(String path, String query, Theme theme, boolean htmx) {
    }

    private final Texts texts;
    private final Assets assets;
    private final CitySettings city;
    private final Viewer viewer;
    private final Flash flash;
    private final Place place;
    private final Supplier<String> csrf;
    private final ToIntFunction<UUID> unread;
    private final Supplier<Map<UUID, Long>> newTalk;

    Ui(Texts texts, Assets assets, CitySettings city, Viewer viewer, Flash flash, Place place, Supplier<String> csrf,
            ToIntFunction<UUID> unread, Supplier<Map<UUID, Long>> newTalk) {
        this.texts = texts;
        this.assets = assets;
        this.city = city;
        this.viewer = viewer;
        this.flash = flash;
        this.place = place;
        this.csrf = csrf;
        this.unread = unread;
        this.newTalk = newTalk;
    }

    // Who and where

    public Language language() {
        return texts.language();
    }

    public boolean bangla() {
        return language() == Language.BANGLA;
    }

    public Language otherLanguage() {
        return bangla() ? Language.ENGLISH : Language.BANGLA;
    }

    /** Null for a visitor. */
    public Viewer viewer() {
        return viewer;
    }

    public boolean signedIn() {
        return viewer != null;
    }

    public boolean staff() {
        return viewer != null && viewer.role() != Role.CITIZEN;
    }

    public boolean admin() {
        return viewer != null && viewer.isAdmin();
    }

    /** How much is new under the bell; at most one more than {@link Unread#MOST}. */
    public int unread() {
        return viewer == null ? 0 : unread.applyAsInt(viewer.id());
    }

    public Theme theme() {
        return place.theme();
    }

    public CitySettings city() {
        return city;
    }

    public String cityName() {
        return bangla() ? city.nameBn() : city.nameEn();
    }

    public Flash flash() {
        return flash;
    }

    public boolean htmx() {
        return place.htmx();
    }

    public String path() {
        return place.path();
    }

    /** Whether this page is under a path: what a menu marks as current. */
    public boolean under(String path) {
        return "/".equals(path) ? "/".equals(place.path()) : place.path().startsWith(path);
    }

    /** {@code "page"} for {@code aria-current} on the link to this very page, null (no attribute) elsewhere. */
    public String current(String path) {
        return under(path) ? "page" : null;
    }

    /** This page with one query parameter changed and paging back at the start; null takes the parameter away. */
    public String here(String parameter, Object value) {
        var url = UriComponentsBuilder.fromPath(place.path()).query(place.query());
        if (!"page".equals(parameter)) {
            url.replaceQueryParam("page");
        }
        String encoded = value == null ? null : URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
        return (encoded == null ? url.replaceQueryParam(parameter) : url.replaceQueryParam(parameter, encoded)).build(true).toUriString();
    }

    /** As {@link #here}, and without another parameter: one of two that say opposite things. */
    public String beside(String instead, String parameter, Object value) {
        var url = UriComponentsBuilder.fromPath(place.path()).query(place.query()).replaceQueryParam(instead);
        return url.replaceQueryParam(parameter, URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)).build(true).toUriString();
    }

    // What is new

    /** How many conversations hold something the viewer has not read. */
    public int newTalk() {
        return newTalk.get().size();
    }

    /** How many messages the viewer has not read about one thing. */
    public long newTalk(UUID about) {
        return newTalk.get().getOrDefault(about, 0L);
    }

    // Texts

    public String text(String key, Object... args) {
        return texts.text(key, args);
    }

    /** A text whose argument 0 is the same in every language: a number as it stands on paper, to be copied. */
    public Content numbered(String key, String number, Object... rest) {
        return Html.around(number, mark -> texts.text(key, Stream.concat(Stream.of(mark), Stream.of(rest)).toArray()));
    }

    public String text(FieldErrors.Message message) {
        return texts.refusal(message.key(), message.args());
    }

    public String text(Flash said) {
        return texts.text(said.key(), said.args().stream().map(texts::digitsOfNumber).toArray());
    }

    /** The text of a counted thing: {@code key.one} or {@code key.many}, the number as argument 0. */
    public String count(String key, long number) {
        return texts.count(key, number);
    }

    /** One of two fields of a thing that has its name in both languages. */
    public String either(String bangla, String english) {
        return bangla() && bangla != null ? Digits.toBangla(bangla) : english == null || english.isBlank() ? bangla : english;
    }

    // Numbers, money, times

    public String digits(Object value) {
        return texts.digits(value);
    }

    public String number(long number) {
        return texts.number(number);
    }

    public String decimal(double number, int places) {
        return texts.decimal(number, places);
    }

    public String taka(long poisha) {
        return texts.taka(poisha);
    }

    public String bytes(long bytes) {
        return texts.bytes(bytes);
    }

    public String date(Instant at) {
        return texts.date(at);
    }

    public String date(LocalDate date) {
        return texts.date(date);
    }

    /** The time of day alone. */
    public String time(Instant at) {
        return texts.time(at);
    }

    public String dateTime(Instant at) {
        return texts.dateTime(at);
    }

    /** {@code <time>}: how long ago, with the full time as its title. */
    public Content ago(Instant at) {
        return Html.time(at, texts.ago(at), texts.dateTime(at));
    }

    // Parts

    public String asset(String path) {
        return assets.url(path);
    }

    public String webjar(String path) {
        return assets.webjar(path);
    }

    /** An icon of {@code static/icons.svg}; decoration, so there must be words beside it. */
    public Content icon(String name) {
        return Html.icon(assets.url("icons.svg"), name);
    }

    /** The hidden field that every form with method post needs. */
    public Content csrf() {
        return Html.hidden("_csrf", csrf.get());
    }

    public String csrfToken() {
        return csrf.get();
    }
}
