package com.dainostore.storefront.api;

import com.dainostore.shop.imports.ImportState;
import com.dainostore.shop.imports.ImportView;
import com.dainostore.shop.imports.Imports;
import com.dainostore.shop.imports.RefusalsFile;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.MultipartForm;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of products that come in: each is looked through, then started, and can be paused and cancelled. */
@ApplicationScoped
@Path("/admin/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public class StaffImports {
    @Inject
    CurrentPerson person;

    @EJB
    Imports imports;

    @Inject
    RefusalsFile refusals;

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        imports.list().forEach(view -> items.add(json(view)));
        return Parts.object().add("items", items).build();
    }

    @POST
    @Path("/products")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body, @Context UriInfo uri) {
        person.require(Area.CATALOG, Level.EDIT);
        MultipartForm form = new MultipartForm(type, body);
        if (!form.next()) {
            throw new ValidationException("files", "Send one file.");
        }
        ImportView view = imports.add(form.fileName(), form.content());
        return Response.status(Response.Status.ACCEPTED)
                .location(uri.getBaseUriBuilder()
                        .path(StaffImports.class)
                        .path(view.id().toString())
                        .build())
                .entity(json(view).build())
                .build();
    }

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        UUID wanted = Ids.uuid(id);
        ImportView view = imports.get(wanted);
        JsonArrayBuilder columns = Parts.array();
        List<List<String>> sample = imports.sample(wanted);
        for (int i = 0; i < view.header().size(); i++) {
            JsonArrayBuilder values = Parts.array();
            for (List<String> row : sample) {
                values.add(i < row.size() ? row.get(i) : "");
            }
            columns.add(Parts.object()
                    .add("name", view.header().get(i))
                    .add("takenFor", view.targets().get(i))
                    .add("sample", values));
        }
        return json(view).add("columns", columns).build();
    }

    /** Takes columns for something else: {@code {"columns":{"Name":"title"}}}. */
    @PUT
    @Path("/{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject map(@PathParam("id") String id, @Nullable JsonObject body) {
        person.require(Area.CATALOG, Level.EDIT);
        UUID wanted = imports.get(Ids.uuid(id)).id();
        return json(imports.map(wanted, choices(body))).build();
    }

    private static Map<String, String> choices(@Nullable JsonObject body) {
        JsonValue columns = body == null ? null : body.get("columns");
        if (!(columns instanceof JsonObject chosen) || chosen.isEmpty()) {
            throw new ValidationException("columns", "Say what a column is taken for, as {\"Name\": \"title\"}.");
        }
        Map<String, String> choices = new LinkedHashMap<>();
        chosen.forEach((name, target) -> choices.put(name, target instanceof JsonString text ? text.getString() : ""));
        return choices;
    }

    @POST
    @Path("/{id}/start")
    public JsonObject start(@PathParam("id") String id) {
        return json(imports.start(Ids.uuid(id))).build();
    }

    @POST
    @Path("/{id}/pause")
    public JsonObject pause(@PathParam("id") String id) {
        return json(imports.pause(Ids.uuid(id))).build();
    }

    @POST
    @Path("/{id}/resume")
    public JsonObject resume(@PathParam("id") String id) {
        return json(imports.resume(Ids.uuid(id))).build();
    }

    @POST
    @Path("/{id}/cancel")
    public JsonObject cancel(@PathParam("id") String id) {
        return json(imports.cancel(Ids.uuid(id))).build();
    }

    @GET
    @Path("/{id}/refusals")
    @Produces("text/csv;charset=utf-8")
    public Response refusals(@PathParam("id") String id) {
        UUID wanted = imports.get(Ids.uuid(id)).id();
        StreamingOutput file = out -> refusals.write(wanted, out);
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"refused.csv\"")
                .build();
    }

    private static JsonObjectBuilder json(ImportView view) {
        JsonObjectBuilder json = Parts.object()
                .add("id", view.id().toString())
                .add("file", view.name())
                .add("state", view.state().code())
                .add("percent", view.percent());
        view.left(Instant.now())
                .ifPresentOrElse(left -> json.add("secondsLeft", left.toSeconds()), () -> json.addNull("secondsLeft"));
        json.add("current", view.item())
                .add("rows", view.rows())
                .add("products", view.products())
                .add("variants", view.variants())
                .add("pictures", view.pictures())
                .add("done", view.position())
                .add("created", view.created())
                .add("updated", view.updated())
                .add("picturesDone", view.picturesDone())
                .add("refused", view.refusals())
                .add("encoding", view.encoding())
                .add("separator", view.separator())
                .add("createdAt", view.createdAt().toString());
        if (view.state() == ImportState.FAILED) {
            json.add("problem", view.problem());
        } else {
            json.addNull("problem");
        }
        return view.endedAt() == null
                ? json.addNull("endedAt")
                : json.add("endedAt", view.endedAt().toString());
    }
}
