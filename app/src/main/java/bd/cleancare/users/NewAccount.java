package bd.cleancare.users;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;

/**
 * What a person gives to register.
 *
 * @param email null where not given; so are nid, address and passwordHash
 */
public record NewAccount(PhoneNumber phone, String name, String email, NationalId nid, String address, Language language, String passwordHash) {

    @Override
    public String toString() {
        return "NewAccount[" + phone + "]";
    }
}
