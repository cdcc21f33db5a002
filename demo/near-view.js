import {connect} from './proxy.js';

/**
 * Adds the content of each `<template data-near-view>` when its parent is less than one screen away from the view, so
 * that it does not delay the first screen.
 */
export function addNearView() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        addContent(target.querySelector('[data-near-view]'));
      }
    },
    {rootMargin: '100%'},
  );
  for (const template of document.querySelectorAll('[data-near-view]')) {
    observer.observe(template.parentElement);
  }
}

function addContent(template) {
  const content = document.importNode(template.content, true);
  content.querySelectorAll('video-list').forEach(connect);
  template.replaceWith(content);
}
