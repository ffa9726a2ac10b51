package bd.cleancare.chat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;

/** A citizen at a phone and an officer at a desk, and the complaint they talk about. */
record TwoTalking(String room, Browser phone, Browser desk) implements AutoCloseable {

    static TwoTalking open(Api api, Browsers browsers, Person citizen, Person officer) {
        return new TwoTalking(ChatWorld.room(api, citizen), browsers.phone(citizen).open(), browsers.desk(officer).open());
    }

    /** The citizen's page of the conversation. */
    Page theirs() {
        return live(phone.open("/complaints/" + room + "/chat/"));
    }

    /** The officer's. */
    Page ours() {
        return live(desk.open("/console/help/" + room + "/"));
    }

    private static Page live(Page page) {
        TalkPage.live(page);
        return page;
    }

    @Override
    public void close() {
        desk.close();
        phone.close();
    }
}
