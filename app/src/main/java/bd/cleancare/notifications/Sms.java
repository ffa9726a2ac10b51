package bd.cleancare.notifications;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The front door to SMS: what is written here in a transaction is sent right after its commit, and not at all without one. */
@Component
public class Sms {

    /** Which messages overtake which. */
    public enum Lane {
        /** A one-time code: worthless when late, so it is dropped rather than delivered after its expiry. */
        CODE,
        /** Something one person should know. */
        NOTICE,
        /** The same to many. */
        BULK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration NOTICE_LIFE = Duration.ofHours(24);

    private final SmsStore store;
    private final SmsWorker worker;
    private final Messages messages;

    Sms(SmsStore store, SmsWorker worker, Messages messages) {
        this.store = store;
        this.worker = worker;
        this.messages = messages;
    }

    /** @param key the text in the message files, which begins with the name in round brackets, as operators demand */
    public void code(PhoneNumber to, Language language, Duration life, String key, Object... args) {
        enqueue(Lane.CODE, to, messages.get(language, key, args), life);
    }

    public void notice(PhoneNumber to, Language language, String key, Object... args) {
        enqueue(Lane.NOTICE, to, messages.get(language, key, args), NOTICE_LIFE);
    }

    /** @param life after which the message is dropped */
    public void enqueue(Lane lane, PhoneNumber to, String text, Duration life) {
        store.insert(Ids.next(), lane, to, text, life);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            worker.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }
}
