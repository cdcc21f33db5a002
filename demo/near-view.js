import {connect} from './proxy.js';

/**
 * Adds the content of each `<template data-near-view>` when its parent is less than half a screen away from the view, so
 * that it does not delay the first screen.
 */
export function addNearView() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        // Each in a task of its own, so that the page can respond in between.
        setTimeout(() => addContent(target.querySelector('[data-near-view]')));
      }
    },
    {rootMargin: '50%'},
  );
  for (const template of document.querySelectorAll('[data-near-view]')) {
    observer.observe(template.parentElement);
  }
}

function addContent(template) {
  template.content.querySelectorAll('video-list').forEach(connect);
  template.replaceWith(template.content);
}

/** The first element that matches, also if its template has not been added yet: it keeps what is set on it. */
export function find(selector) {
  const templates = [...document.querySelectorAll('[data-near-view]')];
  for (const {content} of [...templates, {content: document}]) {
    const element = content.querySelector(selector);
    if (element) return element;
  }
  return null;
}
