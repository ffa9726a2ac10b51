package bd.cleancare.complaints.web;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Digits;
import bd.cleancare.wards.Ward;

/** A ward as a line of an address. */
final class ReportWords {

    private ReportWords() {
    }

    static String ward(Ward ward, Language language) {
        boolean english = language == Language.ENGLISH;
        String name = english && ward.nameEn() != null ? ward.nameEn() : ward.nameBn();
        return (english ? "Ward " + ward.number() : "ওয়ার্ড " + Digits.toBangla(ward.number())) + (name == null || name.isBlank() ? "" : ", " + name);
    }
}
