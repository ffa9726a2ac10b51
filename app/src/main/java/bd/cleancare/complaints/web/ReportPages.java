package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.Filing;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.ReportDraft;
import bd.cleancare.complaints.ReportDrafts;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.PublicUrl;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.Wards;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The steps of a report after its photos: where, what, look once more, done. What was typed waits in the person's draft. */
@Controller
class ReportPages {

    static final List<String> PLACE = List.of("location", "latitude", "longitude", "ward_number");
    static final List<String> WHAT = List.of("category", "title", "description", "priority");

    private final ReportDrafts drafts;
    private final Complaints complaints;
    private final Wards wards;
    private final PublicUrl url;

    ReportPages(ReportDrafts drafts, Complaints complaints, Wards wards, PublicUrl url) {
        this.drafts = drafts;
        this.complaints = complaints;
        this.wards = wards;
        this.url = url;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/place/")
    Page place(Viewer viewer) {
        return placePage(form(drafts.of(viewer)));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/place/")
    Page savePlace(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        String location = fields.optionalText("location", ComplaintDraft.LONGEST_LOCATION);
        Optional<Ward> ward = ComplaintFields.point(fields).flatMap(wards::at);
        boolean named = location != null || ward.isPresent() || !fields.errors().isEmpty();
        if (!named) {
            fields.text("location", ComplaintDraft.LONGEST_LOCATION);
        }
        var typed = new HashMap<>(typed(fields, PLACE));
        typed.put("place_from", "");
        if (location == null && ward.isPresent()) {
            typed.put("location", ReportWords.ward(ward.get(), Language.of(request)));
        }
        drafts.save(viewer, typed);
        return fields.errors().isEmpty() ? Page.redirect("/report/what/") : placePage(Form.of(fields)).status(422);
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/what/")
    Page what(Viewer viewer) {
        Form form = form(drafts.of(viewer));
        return whatPage(form.value("priority").isEmpty() ? form.value("priority", Priority.MEDIUM.word()) : form);
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/what/")
    Page saveWhat(Viewer viewer, RequestFields fields) {
        ComplaintFields.what(fields);
        drafts.save(viewer, typed(fields, WHAT));
        return fields.errors().isEmpty() ? Page.redirect("/report/check/") : whatPage(Form.of(fields)).status(422);
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/check/")
    Page check(Viewer viewer) {
        ReportDraft draft = drafts.of(viewer);
        if (draft.id() == null) {
            return Page.redirect("/report/");
        }
        RequestFields fields = RequestFields.of(draft.fields());
        try {
            return checkPage(draft, ComplaintFields.draft(fields), Form.empty());
        } catch (Problem incomplete) {
            return unfinished(fields);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/check/")
    Page file(Viewer viewer, RequestFields sent) {
        UUID id = Ids.parse(Optional.ofNullable(sent.optionalText("draft", 40)).orElse(""));
        if (id == null) {
            return Page.redirect("/report/");
        }
        Optional<Complaint> before = drafts.filed(viewer, id);
        if (before.isPresent()) {
            return done(before.get());
        }
        ReportDraft draft = drafts.of(viewer);
        RequestFields fields = RequestFields.of(draft.fields());
        ComplaintDraft complaint;
        try {
            complaint = ComplaintFields.draft(fields);
        } catch (Problem incomplete) {
            return unfinished(fields);
        }
        try {
            return drafts.file(viewer, id, complaint).map(ReportPages::filed).orElseGet(() -> Page.redirect("/report/").warning("report.changed"));
        } catch (Problem refused) {
            if ("photo_gone".equals(refused.code())) {
                drafts.dropLostPhotos(viewer);
                return Page.redirect("/report/").warning("error.photo_gone");
            }
            return checkPage(draft, complaint, Form.refused(sent, refused)).status(refused.status());
        }
    }

    private static Page filed(Filing filing) {
        return switch (filing) {
            case Filing.Filed(Complaint complaint) -> done(complaint);
            case Filing.Replayed(Complaint complaint) -> done(complaint);
            case Filing.PhotosRefused(var why) -> throw why.problem();
            case Filing.KeyReused _ -> Page.redirect("/complaints/");
        };
    }

    private static Page done(Complaint complaint) {
        return Page.redirect("/report/done/" + complaint.id() + "/");
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/done/{id}/")
    Page done(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
        Complaint complaint = complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        return Page.of("complaints/report-done").with("complaint", complaint)
                .with("link", url.base(request) + "/track/" + complaint.trackingNumber() + "/");
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/discard/")
    Page discard(Viewer viewer) {
        drafts.discard(viewer);
        return Page.redirect("/").flash("report.discarded");
    }

    /** To the first page that has something missing. */
    private static Page unfinished(RequestFields fields) {
        return Page.redirect(PLACE.stream().anyMatch(fields.errors()::has) ? "/report/place/" : "/report/what/").warning("report.unfinished");
    }

    private Page placePage(Form form) {
        GeoPoint point = ComplaintFields.point(RequestFields.of(Map.of("latitude", form.value("latitude"), "longitude", form.value("longitude")))).orElse(null);
        return Page.of("complaints/report-place").with("form", form).with("wards", wards.all())
                .with("found", point == null ? null : wards.at(point).orElse(null));
    }

    private static Page whatPage(Form form) {
        return Page.of("complaints/report-what").with("form", form);
    }

    private Page checkPage(ReportDraft draft, ComplaintDraft complaint, Form form) {
        var number = Optional.ofNullable(complaint.wardNumber());
        Ward ward = number.flatMap(wards::find).or(() -> Optional.ofNullable(complaint.place()).flatMap(wards::at)).orElse(null);
        return Page.of("complaints/report-check").with("draft", draft).with("complaint", complaint).with("ward", ward).with("form", form);
    }

    private static Form form(ReportDraft draft) {
        Form form = Form.empty();
        draft.fields().forEach(form::value);
        return form;
    }

    private static Map<String, String> typed(RequestFields fields, List<String> names) {
        var typed = new HashMap<String, String>();
        names.forEach(name -> typed.put(name, fields.typed().getOrDefault(name, "").replace("\0", "")));
        return typed;
    }
}
