package bd.cleancare.simulators.payer;

import bd.cleancare.simulators.money.Poisha;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page on which a payer approves, in Bangla and English, without a script.
 *
 * @param colour of the gateway's brand, as CSS writes it
 */
public record PayerPage(String gateway, String colour) {

    private static final Map<String, String> COMPLAINTS = Map.of(
            "wrong-wallet", "অ্যাকাউন্ট নম্বরটি সঠিক নয়। · That is not a wallet number.",
            "wrong-otp", "যাচাই কোডটি সঠিক নয়। · The verification code is wrong.",
            "wrong-pin", "পিনটি সঠিক নয়। · The PIN is wrong.");

    /** @param wallet what the payer typed before the complaint */
    String form(String id, Bill bill, Wallets wallets, String complaint, String wallet) {
        return page("""
                <dl><dt>প্রাপক · Merchant</dt><dd>%s</dd><dt>ইনভয়েস · Invoice</dt><dd>%s</dd>
                <dt>পরিমাণ · Amount</dt><dd class="amount">৳ %s</dd></dl>
                %s
                <form method="post" action="/payer" autocomplete="off">
                <input type="hidden" name="id" value="%s">
                <label>অ্যাকাউন্ট নম্বর · Wallet number
                <input name="wallet" inputmode="numeric" maxlength="12" placeholder="01XXXXXXXXX" value="%s" autofocus></label>
                <label>যাচাই কোড · Verification code (OTP)<input name="otp" inputmode="numeric" maxlength="6"></label>
                <label>পিন · PIN<input name="pin" type="password" inputmode="numeric" maxlength="5"></label>
                <button name="action" value="pay">নিশ্চিত করুন · Confirm</button>
                <button name="action" value="cancel" class="quiet">বাতিল · Cancel</button>
                </form>
                <p class="hint">পরীক্ষার জন্য · For testing: <b>%s</b>, OTP <b>%s</b>, PIN <b>%s</b></p>
                """.formatted(escape(bill.merchant()), escape(bill.invoice()), Poisha.taka(bill.poisha()),
                complaint.isEmpty() ? "" : "<p role=\"alert\">" + COMPLAINTS.get(complaint) + "</p>", escape(id), escape(wallet),
                Wallets.GOOD, escape(wallets.otp()), escape(wallets.pin())));
    }

    String notice(String bangla, String english) {
        return page("<p class=\"notice\">" + bangla + "<br><span lang=\"en\">" + english + "</span></p>");
    }

    /** Submits itself where scripts run and shows a button where they do not. */
    String selfPostingForm(Return back) {
        String fields = back.fields().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escape(field.getKey()), escape(field.getValue())))
                .collect(Collectors.joining("\n"));
        return page("""
                <form method="post" action="%s">%s<button>ফিরে যান · Go back</button></form>
                <script>document.forms[0].submit()</script>
                """.formatted(escape(back.url()), fields));
    }

    private String page(String content) {
        return """
                <!DOCTYPE html>
                <html lang="bn"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s (simulator)</title><style>
                body{font:16px/1.5 system-ui,"Noto Sans Bengali",sans-serif;margin:0;background:#f2f3f5;color:#1d2129}
                main{max-width:24rem;margin:0 auto;background:#fff;min-height:100vh}
                header{background:%2$s;color:#fff;padding:1rem 1.25rem;font-size:1.25rem;font-weight:600}
                header small{display:block;font-size:.8rem;font-weight:400}
                dl,form,p{margin:0;padding:1rem 1.25rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;border-bottom:1px solid #e3e5e8}
                dt{color:#5c636e}dd{margin:0;text-align:right;overflow-wrap:anywhere}.amount{font-weight:700}
                label{display:block;margin-bottom:.9rem}input{display:block;box-sizing:border-box;width:100%%;margin-top:.2rem;padding:.7rem;
                font:inherit;border:1px solid #8a9099;border-radius:.4rem}
                button{width:100%%;min-height:2.9rem;margin-top:.5rem;font:inherit;font-weight:600;border:0;border-radius:.4rem;background:%2$s;color:#fff}
                .hint{color:#5c636e;font-size:.9rem}.quiet{background:none;color:#3c434d;border:1px solid #8a9099}[role=alert]{color:#a8071a;font-weight:600}
                </style></head><body><main><header>%1$s<small>পরীক্ষামূলক গেটওয়ে, টাকা কাটা হয় না · Simulator, no money moves</small></header>
                %3$s</main></body></html>
                """.formatted(escape(gateway), colour, content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
