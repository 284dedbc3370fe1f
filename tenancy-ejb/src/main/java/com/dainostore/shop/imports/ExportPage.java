package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Some products to write down.
 *
 * @param costs what their variants cost the merchant, by the variants' ids
 */
public record ExportPage(List<ProductView> products, Map<UUID, Money> costs) {}
