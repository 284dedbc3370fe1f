package com.dainostore.storefront.api;

import com.dainostore.shop.currencies.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The currencies that the store shows its prices in; only where it has the feature. */
@ApplicationScoped
@Path("/v1/currencies")
@Produces(MediaType.APPLICATION_JSON)
public class ShopCurrencies {
    @Inject
    Currencies currencies;

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        currencies
                .offered()
                .forEach(one -> items.add(Parts.object()
                        .add("currency", one.currency())
                        .add("rate", one.rate().toPlainString())
                        .add("own", one.own())));
        return Parts.object().add("items", items).build();
    }
}
