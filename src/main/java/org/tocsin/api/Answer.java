package org.tocsin.api;

/** Marks what is written as JSON in our one way, whatever mapper the server has for other things. */
interface Answer {}
