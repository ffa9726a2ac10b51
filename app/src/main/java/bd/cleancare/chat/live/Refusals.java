package bd.cleancare.chat.live;

import bd.cleancare.chat.Talk;
import bd.cleancare.chat.Talk.Saying;
import bd.cleancare.chat.MessageText;
import bd.cleancare.platform.web.Problem;

/** What could not be said, as an error. */
public final class Refusals {

    private Refusals() {
    }

    public static Problem of(Saying refused) {
        return switch (refused) {
            case Saying.Empty _ -> Problem.detail(400, "chat_no_message");
            case Saying.TooLong _ -> Problem.detail(400, "chat_too_long", MessageText.LONGEST / 1024);
            case Saying.TooManyPhotos _ -> Problem.detail(400, "chat_too_many_photos", Talk.MOST_PHOTOS);
            case Saying.BadPhoto(var why) -> why.problem();
            case Saying.NoRoom _ -> Problem.notFound();
            case Saying.Said _ -> throw new IllegalArgumentException("was said");
        };
    }
}
