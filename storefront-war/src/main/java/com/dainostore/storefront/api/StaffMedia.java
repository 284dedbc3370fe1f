package com.dainostore.storefront.api;

import com.dainostore.shop.media.Delivery;
import com.dainostore.shop.media.Media;
import com.dainostore.tenancy.door.Problem;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.FileContent;
import com.dainostore.tenancy.storage.FilePage;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.ListFiles;
import com.dainostore.tenancy.storage.MultipartForm;
import com.dainostore.tenancy.storage.StorageUsage;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of the store, kept by its staff. Each file of an upload is kept or refused by itself. */
@ApplicationScoped
@Path("/admin/v1/media")
@Produces(MediaType.APPLICATION_JSON)
public class StaffMedia {
    private static final int MULTI_STATUS = 207;

    @Inject
    CurrentPerson person;

    @EJB
    Media media;

    /** One file of an upload: kept, or refused and why. */
    private record Outcome(
            String name,
            @Nullable StoredFile file,
            @Nullable Refusal refusal) {}

    @GET
    public JsonObject list(
            @QueryParam("folder") @Nullable String folder,
            @QueryParam("q") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        UUID after = cursor == null ? null : cursor(cursor);
        FilePage page = media.list(new ListFiles(folder == null ? null : folder(folder), search, after, limit(limit)));
        StorageUsage usage = media.usage();
        JsonArrayBuilder files = Parts.array();
        page.files().forEach(file -> files.add(json(file)));
        JsonObjectBuilder json = Parts.object()
                .add("files", files)
                .add("usage", Parts.object().add("files", usage.files()).add("bytes", usage.bytes()));
        return page.next() == null
                ? json.addNull("nextCursor").build()
                : json.add("nextCursor", page.next().toString()).build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @QueryParam("folder") @DefaultValue("media") String folder,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body) {
        Folder into = folder(folder);
        MultipartForm form = new MultipartForm(type, body);
        List<Outcome> outcomes = new ArrayList<>();
        while (form.next()) {
            outcomes.add(add(into, form));
        }
        if (outcomes.isEmpty()) {
            throw new ValidationException("files", "Send at least one file.");
        }
        if (outcomes.size() == 1 && outcomes.get(0).refusal() != null) {
            throw outcomes.get(0).refusal();
        }
        boolean all = outcomes.stream().allMatch(outcome -> outcome.refusal() == null);
        JsonArrayBuilder results = Parts.array();
        outcomes.forEach(outcome -> results.add(json(outcome)));
        return Response.status(all ? Response.Status.CREATED.getStatusCode() : MULTI_STATUS)
                .entity(Parts.object().add("results", results).build())
                .build();
    }

    /** Whoever may add nothing at all is refused as a whole, and so is an upload that broke off. */
    private Outcome add(Folder folder, MultipartForm form) {
        try {
            return new Outcome(form.fileName(), media.add(folder, form.fileName(), form.content()), null);
        } catch (Refusal e) {
            if (e.status() == 413 || e.status() == 415 || e.status() == 422) {
                return new Outcome(form.fileName(), null, e);
            }
            throw e;
        }
    }

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        return json(media.find(uuid(id)).orElseThrow(StaffMedia::unknown)).build();
    }

    /** The content, to be kept: whatever it is, it is never shown. */
    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") String id, @Context HttpHeaders request) {
        FileContent content = media.open(uuid(id)).orElseThrow(StaffMedia::unknown);
        Delivery delivery = Delivery.attachment(request::getHeaderString, content.file());
        Response.ResponseBuilder response = Response.status(delivery.status());
        delivery.headers().forEach(response::header);
        if (delivery.length() > 0) {
            var original = content.original();
            response.entity((StreamingOutput) out -> delivery.send(original, out));
        }
        return response.build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject describe(@PathParam("id") String id, @Nullable JsonObject body) {
        person.require(Area.CATALOG, Level.EDIT);
        UUID file = media.find(uuid(id)).orElseThrow(StaffMedia::unknown).id();
        Body wish = new Body(body);
        String alt = wish.text("alt");
        wish.check();
        return json(media.describe(file, alt)).build();
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        media.delete(uuid(id));
    }

    private static JsonObjectBuilder json(Outcome outcome) {
        JsonObjectBuilder json = Parts.object().add("name", outcome.name());
        if (outcome.file() != null) {
            return json.add("file", json(outcome.file()));
        }
        Problem problem = Problem.of(Objects.requireNonNull(outcome.refusal()));
        return json.add(
                "error",
                Parts.object()
                        .add("title", problem.title())
                        .add("status", problem.status())
                        .add("detail", problem.detail()));
    }

    private static JsonObjectBuilder json(StoredFile file) {
        JsonObjectBuilder json = Parts.object()
                .add("id", file.id().toString())
                .add("folder", file.folder().code())
                .add("name", file.name())
                .add("alt", file.alt())
                .add("contentType", file.contentType())
                .add("size", file.size())
                .add("sha256", file.sha256())
                .add("missing", file.missing())
                .add("createdAt", file.createdAt().toString());
        file.pixels()
                .ifPresentOrElse(
                        pixels -> json.add("width", pixels.width())
                                .add("height", pixels.height())
                                .add("url", file.path()),
                        () -> json.addNull("width").addNull("height").addNull("url"));
        return json;
    }

    private static Folder folder(String code) {
        return Folder.ofCode(code)
                .orElseThrow(() -> new ValidationException("folder", "Use products, media or documents."));
    }

    private static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ValidationException("limit", "Use a number from 1 to " + ListFiles.MAX_LIMIT + ".");
        }
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ValidationException("cursor", "Take the cursor from nextCursor of the page before.");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This shop has no file with this id.");
    }
}
