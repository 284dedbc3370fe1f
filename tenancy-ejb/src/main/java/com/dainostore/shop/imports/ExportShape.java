package com.dainostore.shop.imports;

import java.util.List;

/**
 * Which columns an export needs besides those that all have.
 *
 * @param options how many options products have at most
 * @param metafields the namespaces and keys that products have fields of, each as {@code [namespace, key]}
 * @param shop the address of the shop, without a slash at its end
 */
public record ExportShape(int options, List<List<String>> metafields, String shop) {}
