package bd.cleancare.platform.i18n;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Taka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every text a person reads, from {@code messages/<module>_bn.properties} and {@code _en.properties}. */
@Component
public class Messages {

    private static final String BANGLA_FILES = "classpath*:messages/*_bn.properties";

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    /** Texts without arguments: a page has hundreds, and the source asks the files of all modules in turn for each. */
    private final Map<Language, Map<String, String>> plain = new EnumMap<>(Language.class);

    Messages() {
        source.setBasenames(basenames());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        for (Language language : Language.values()) {
            plain.put(language, new ConcurrentHashMap<>());
        }
    }

    /** The text of a key with its arguments; numbers and amounts as the language writes them, texts as they are. An unknown key is a programming error. */
    public String get(Language language, String key, Object... args) {
        if (args.length == 0) {
            return plain.get(language).computeIfAbsent(key, known -> source.getMessage(known, null, language.locale()));
        }
        Object[] shown = Arrays.stream(args).map(arg -> shown(language, arg)).toArray();
        return source.getMessage(key, shown, language.locale());
    }

    /** What is said of something wrong. Its arguments are counts and what somebody typed, never a number to be copied: all digits are those of the language. */
    public String refusal(Language language, String key, Object... args) {
        Object[] shown = Arrays.stream(args).map(arg -> language == Language.BANGLA ? Digits.toBangla(shown(language, arg)) : arg).toArray();
        return get(language, key, shown);
    }

    private static String shown(Language language, Object arg) {
        boolean amount = arg instanceof Taka;
        String text = amount ? ((Taka) arg).written() : String.valueOf(arg);
        return language == Language.BANGLA && (amount || arg instanceof Number) ? Digits.toBangla(text) : text;
    }

    private static String[] basenames() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(BANGLA_FILES))
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(name -> "messages/" + name.substring(0, name.length() - "_bn.properties".length()))
                    .distinct().sorted().toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
