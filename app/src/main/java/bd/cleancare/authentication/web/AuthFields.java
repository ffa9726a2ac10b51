package bd.cleancare.authentication.web;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.PhoneNumber;

/** The fields that the calls of this module share. */
record AuthFields(RequestFields fields) {

    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_CODE = 20;

    /** For calls that must not tell a malformed number from an unknown one. */
    record PhoneAndCode(PhoneNumber phone, String code) {
    }

    PhoneAndCode phoneAndCode(String phoneField) {
        String phone = fields.optionalText(phoneField, LONGEST_PHONE);
        String code = fields.optionalText("otp_code", LONGEST_CODE);
        fields.throwIfBad();
        if (phone == null || code == null) {
            throw Problem.error(400, "otp_required", "Phone এবং OTP code দিতে হবে");
        }
        return new PhoneAndCode(PhoneNumber.parse(phone).orElseThrow(AuthFields::invalidCode), code);
    }

    static Problem invalidCode() {
        return Problem.error(400, "invalid_otp", "Invalid or expired OTP");
    }
}
