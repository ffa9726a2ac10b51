package bd.cleancare.users;

import bd.cleancare.platform.i18n.Language;

/**
 * What a person may change in their own account.
 *
 * @param email null for none; so are address and wardNumber
 * @param nid null leaves the stored number as it is
 */
public record Profile(String name, String email, String address, String wardNumber, Language language, NationalId nid) {

    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}
