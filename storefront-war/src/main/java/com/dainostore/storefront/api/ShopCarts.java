package com.dainostore.storefront.api;

import com.dainostore.shop.cart.CartChange;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.cart.Carts;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.Checkouts;
import com.dainostore.shop.orders.Orders;
import com.dainostore.shop.orders.PlaceOrder;
import com.dainostore.shop.orders.Placing;
import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.door.Problem;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.Sha256;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carts and the way from them to orders. Whoever has the token of a cart may do everything with it; each answer tells what has
 * changed since the cart was accepted last.
 */
@ApplicationScoped
@Path("/v1/carts")
@Produces(MediaType.APPLICATION_JSON)
public class ShopCarts {
    private static final int CONFLICT = 409;
    private static final int LONGEST_KEY = 200;

    @EJB
    Carts carts;

    @EJB
    Checkouts checkouts;

    @EJB
    Orders orders;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    @Inject
    HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable JsonObject json, @Context UriInfo uri) {
        Body body = new Body(json);
        List<Carts.Wanted> lines =
                body.objects("lines").stream().map(ShopCarts::wanted).toList();
        body.check();
        Carts.Made made = carts.create(lines);
        return Personal.of(
                Response.created(uri.getAbsolutePathBuilder().path(made.token()).build())
                        .entity(CartJson.of(made.token(), made.cart(), locale())));
    }

    @GET
    @Path("/{token}")
    public Response show(@PathParam("token") String token) {
        return answer(carts.find(token).orElseThrow(ShopCarts::missing));
    }

    @POST
    @Path("/{token}/lines")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("token") String token, @Nullable JsonObject json) {
        Body body = new Body(json);
        Carts.Wanted wanted = wanted(body);
        body.check();
        return answer(carts.add(token, wanted.variant(), wanted.quantity()));
    }

    @PUT
    @Path("/{token}/lines/{line}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("token") String token, @PathParam("line") String line, @Nullable JsonObject json) {
        UUID id = Ids.uuid(line);
        Body body = new Body(json);
        int quantity = body.count("quantity");
        body.check();
        return answer(carts.change(token, id, quantity));
    }

    @DELETE
    @Path("/{token}/lines/{line}")
    public Response remove(@PathParam("token") String token, @PathParam("line") String line) {
        return answer(carts.remove(token, Ids.uuid(line)));
    }

    /** The shopper has seen what has changed. */
    @POST
    @Path("/{token}/accept")
    public Response accept(@PathParam("token") String token) {
        return answer(carts.accept(token));
    }

    @GET
    @Path("/{token}/checkout")
    public Response checkout(@PathParam("token") String token) {
        return answer(checkouts.find(token).orElseThrow(ShopCarts::missing));
    }

    /** Takes down what is said; once it is complete, its pieces are set aside for a while. */
    @PUT
    @Path("/{token}/checkout")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response say(@PathParam("token") String token, @Nullable JsonObject json) {
        Body body = new Body(json);
        PlaceOrder.Given given = CheckoutBody.given(body);
        body.check();
        CheckoutView checkout = checkouts.contact(token, given.contact());
        if (given.delivery() != null || given.payment() != null) {
            checkout = checkouts.choose(token, given.delivery(), given.payment());
        }
        return answer(checkout.complete() ? checkouts.review(token) : checkout);
    }

    /** Orders what is in the cart, once, however often it is asked for. */
    @POST
    @Path("/{token}/checkout")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(
            @PathParam("token") String token,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable JsonObject json,
            @Context UriInfo uri) {
        Body body = new Body(json);
        PlaceOrder wish = new PlaceOrder(
                body.money("total"),
                body.has("email") || body.has("address") ? Optional.of(CheckoutBody.given(body)) : Optional.empty(),
                attempt(key, json));
        body.check();
        Placing end = orders.place(token, wish);
        if (end instanceof Placing.Placed placed) {
            var address = uri.getBaseUriBuilder()
                    .path("v1/orders/{secret}")
                    .build(placed.order().secret());
            return Personal.of(Response.status(placed.before() ? Response.Status.OK : Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, address)
                    .entity(OrderJson.forShopper(placed.order())));
        }
        return changed(((Placing.Changed) end).review());
    }

    private static Optional<PlaceOrder.Attempt> attempt(@Nullable String key, @Nullable JsonObject json) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ValidationException("Idempotency-Key", "Use 1 to " + LONGEST_KEY + " letters.");
        }
        byte[] sent = String.valueOf(json).getBytes(StandardCharsets.UTF_8);
        return Optional.of(new PlaceOrder.Attempt(key, HexFormat.of().formatHex(Sha256.of(sent))));
    }

    private Response changed(CheckoutView review) {
        List<FieldError> errors = new ArrayList<>();
        for (CartChange change : review.cart().changes()) {
            errors.add(new FieldError("lines." + change.line(), change.text(locale())));
        }
        if (errors.isEmpty()) {
            errors.add(new FieldError(
                    "total", "It comes to " + review.totals().total().format(locale()) + " now."));
        }
        Problem problem = new Problem(
                CONFLICT,
                "cart-changed",
                "Something has changed. Look at the checkout, accept the cart, and order again.",
                0,
                errors);
        return Personal.of(Response.status(CONFLICT)
                .type(Problem.MEDIA_TYPE)
                .entity(problem.toJson(Passage.of(request).requestId())));
    }

    private static Carts.Wanted wanted(Body body) {
        return new Carts.Wanted(body.id("variant"), body.count("quantity"));
    }

    private Response answer(CartView cart) {
        return Personal.of(Response.ok(CartJson.of(cart, locale())));
    }

    private Response answer(CheckoutView checkout) {
        return Personal.of(Response.ok(CartJson.of(checkout, locale())));
    }

    private Locale locale() {
        return directory.settings(current.require().id()).locale();
    }

    private static NotFoundException missing() {
        return new NotFoundException("This cart is not there any more. Begin a new one.");
    }
}
